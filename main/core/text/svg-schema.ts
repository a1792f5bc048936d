/**
 * The part of SVG that a drawing in an article may use: shapes, lettering, gradients, patterns, clips and markers. Nothing
 * that runs, loads, animates, links or carries foreign content. References lead to ids of the same drawing.
 *
 * Names are hast's property names (`strokeWidth`, not `stroke-width`).
 */

export const svgElements: ReadonlySet<string> = new Set(
  words(`svg g defs path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop pattern
    clipPath mask marker`),
);

/** Left out of the drawing without a complaint: its `alt` says what they would. */
export const svgDescriptions: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);

const geometry = words('d points');

const others =
  words(`clipPath clipPathUnits clipRule color cx cy dominantBaseline dx dy fill fillOpacity fillRule fontFamily
  fontSize fontStyle fontVariant fontWeight fr fx fy gradientTransform gradientUnits height lengthAdjust letterSpacing
  markerEnd markerHeight markerMid markerStart markerUnits markerWidth mask maskContentUnits maskUnits offset opacity orient
  paintOrder pathLength patternContentUnits patternTransform patternUnits preserveAspectRatio r refX refY rotate rx ry
  shapeRendering spreadMethod stopColor stopOpacity stroke strokeDashArray strokeDashOffset strokeLineCap strokeLineJoin
  strokeMiterLimit strokeOpacity strokeWidth textAnchor textLength transform vectorEffect viewBox width wordSpacing
  writingMode x x1 x2 xmlSpace y y1 y2`);

export const svgId = /^art-[a-z0-9_-]+$/i;

const number = String.raw`[-+\d.,%\sa-z]*`;

/** Functions only by name, references only to the drawing itself, no escapes by which a name could be hidden. */
const safeValue = new RegExp(
  String.raw`^(?:[^()\\@]|\b(?:translate|scale|rotate|matrix|skewX|skewY|rgba?|hsla?)\(${number}\)|var\(--lectern-[a-z0-9-]+\)|url\(#[\w-]+\))*$`,
  'i',
);

const safeGeometry = /^[-+\d.,\seMLHVCSQTAZmlhvcsqtaz]*$/;

/** Each property with what its value must look like. */
export const svgProperties: ReadonlyMap<string, RegExp> = new Map([
  ...geometry.map((name) => [name, safeGeometry] as const),
  ...others.map((name) => [name, safeValue] as const),
]);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

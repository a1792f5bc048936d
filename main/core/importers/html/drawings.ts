/**
 * SVG drawings, in a page or as a file of its own: reduced to what the schema of drawings has, with ids of their own so
 * that two on a page do not mix. A drawing that is too large to stand in an article is none.
 */
import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { svgDescriptions, svgElements, svgProperties } from '../../text/svg-schema.ts';
import { attribute, find, textOf, tidy, walk, type PageElement } from './nodes.ts';
import { parseDocument } from './parse-html.ts';

const mostBytes = 300_000;
const mostElements = 4000;
const smallest = 65;

/** `empty` is a drawing without a line, which keeps a place. Null if it cannot be kept. */
export function drawingFromText(text: string, scope: string, alt: string): Element | 'empty' | null {
  if (text.length > mostBytes) return null;
  const svg = find(
    parseDocument(text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')),
    (element) => element.tagName === 'svg',
  );
  return svg === null ? null : reduce(svg, scope, alt);
}

/** Null for an icon, and for what cannot be kept. */
export function drawingFromElement(svg: PageElement, scope: string): { element: Element; alt: string } | null {
  const [width, height] = sizeOf(svg);
  const isSmall = width < smallest && height < smallest;
  if (isSmall || attribute(svg, 'aria-hidden') === 'true' || isSign(svg)) return null;
  const title = find(svg, (element) => element.tagName === 'title');
  const alt = tidy(attribute(svg, 'aria-label') ?? (title === null ? '' : textOf(title)));
  const element = reduce(svg, scope, alt);
  return element === null || element === 'empty' ? null : { element, alt };
}

/** One shape or two and no word: a sign on a button, whatever its size. */
function isSign(svg: PageElement): boolean {
  let shapes = 0;
  walk(svg, ({ tagName }) => {
    if (!/^(?:g|title|desc|defs|style)$/.test(tagName)) shapes += tagName === 'text' ? 3 : 1;
    return shapes < 3;
  });
  return shapes < 3;
}

function sizeOf(svg: PageElement): [number, number] {
  const written = ['width', 'height'].map((name) => Number.parseFloat(attribute(svg, name) ?? ''));
  const [, , width = 0, height = 0] = (attribute(svg, 'viewBox') ?? attribute(svg, 'viewbox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [w = 0, h = 0] = written;
  return w > 0 && h > 0 ? [w, h] : [width, height];
}

function reduce(svg: PageElement, scope: string, alt: string): Element | 'empty' | null {
  const tree = fromParse5(svg, { space: 'svg' });
  if (tree.type !== 'element') return null;
  const budget = { left: mostElements };
  const drawing = copy(tree, scope, budget);
  const [width, height] = sizeOf(svg);
  if (budget.left < 0 || drawing === null || width <= 0 || height <= 0) return null;
  if (!drawing.children.some((child) => child.type === 'element' && child.tagName !== 'defs')) return 'empty';
  const viewBox = tree.properties['viewBox'];
  drawing.properties = {
    viewBox: typeof viewBox === 'string' ? viewBox : `0 0 ${width} ${height}`,
    className: ['art'],
    role: 'img',
    ...(alt === '' ? {} : { ariaLabel: alt }),
  };
  return drawing;
}

function copy(element: Element, scope: string, budget: { left: number }): Element | null {
  budget.left -= 1;
  if (budget.left < 0 || !svgElements.has(element.tagName) || svgDescriptions.has(element.tagName)) return null;
  const isLettering = element.tagName === 'text' || element.tagName === 'tspan';
  const children = element.children.flatMap((child: Nodes): ElementContent[] => {
    if (child.type === 'text') return isLettering ? [{ type: 'text', value: child.value }] : [];
    if (child.type !== 'element') return [];
    // A link or a switch in a drawing is a group of what it holds.
    const inner = /^(?:a|switch|symbol)$/.test(child.tagName) ? { ...child, tagName: 'g' } : child;
    const copied = copy(inner, scope, budget);
    return copied === null ? [] : [copied];
  });
  return { type: 'element', tagName: element.tagName, properties: propertiesOf(element, scope), children };
}

function propertiesOf(element: Element, scope: string): Properties {
  const renamed = (id: string): string => `art-${scope}-${id.replace(/[^\w-]/g, '_')}`;
  const properties: Properties = {};
  for (const [name, value] of [...Object.entries(element.properties), ...declarationsOf(element)]) {
    if (name === 'id') properties['id'] = renamed(String(value));
    if (!svgProperties.has(name) || value === null || value === undefined) continue;
    const written = Array.isArray(value) ? value.join(' ') : value;
    properties[name] =
      typeof written === 'string'
        ? written.replace(/url\(\s*["']?#([^)"']*)["']?\s*\)/g, (_, id: string) => `url(#${renamed(id)})`)
        : written;
  }
  return properties;
}

/** `style="fill:red"` says what `fill="red"` says. */
function declarationsOf(element: Element): [string, string][] {
  const style = element.properties['style'];
  if (typeof style !== 'string') return [];
  return style.split(';').flatMap((declaration): [string, string][] => {
    const [name = '', value = ''] = declaration.split(':', 2);
    const property = name.trim().replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return value === '' ? [] : [[property, value.trim()]];
  });
}

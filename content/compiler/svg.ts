/**
 * Drawings: reads an SVG file, tells of everything in it that the format does not allow, and gives the drawing as a tree
 * that can stand inside an article, its ids made its own so that two drawings on a page do not mix.
 */
import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { svgDescriptions, svgElements, svgProperties } from '../../main/core/text/svg-schema.ts';
import type { ProblemList } from './problems.ts';

export interface Drawing {
  readonly element: Element;
  readonly width: number;
  readonly height: number;
}

const remedies = {
  root: 'Begin the file with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 400">.',
  allowed:
    'Draw it with shapes, lettering and presentation attributes only (content/FORMAT.md says which), or save it as png or webp.',
  reference: 'Define it in this drawing, or take the reference out.',
} as const;

/** `scope` goes into every id. Null if the drawing has a fault; it is in the list. */
export function readDrawing(file: string, text: string, scope: string, list: ProblemList): Drawing | null {
  const tree = fromHtml(text, { fragment: true, space: 'svg' });
  const root = rootOf(tree);
  const size = viewBoxSize(root);
  if (root === null || size === null) {
    const cause = root === null ? 'This is no SVG drawing' : 'The drawing has no usable viewBox';
    list.problem(file, placeOf(root), cause, remedies.root);
    return null;
  }
  const before = list.problemCount;
  const ids = collectIds(root);
  checkElement(root, { file, ids, list });
  if (list.problemCount > before) return null;
  const element = { ...copy(root, scope), properties: { viewBox: root.properties['viewBox'] } };
  return { element, ...size };
}

/** The drawing as it stands in an article. */
export function asArt(drawing: Drawing, alt: string): Element {
  const properties = {
    ...drawing.element.properties,
    className: ['art'],
    preserveAspectRatio: 'xMidYMid slice',
    role: 'img',
    ariaLabel: alt,
  };
  return { ...drawing.element, properties };
}

/** The markup of a spot: bare paths, stroked by the reader's styles. Null if it is more than that. */
export function asSpot(file: string, { element, width, height }: Drawing, list: ProblemList): string | null {
  const paths = element.children.filter((child) => child.type === 'element');
  const isBare = paths.every((path) => path.tagName === 'path' && Object.keys(path.properties).join() === 'd');
  if (!isBare || width !== 64 || height !== 64) {
    list.problem(
      file,
      { line: 1 },
      'A spot is not made of bare paths on 64 x 64',
      'Leave only <path d="…"/> in a viewBox of "0 0 64 64".',
    );
    return null;
  }
  return toHtml({
    ...element,
    properties: { className: ['spot'], viewBox: '0 0 64 64', ariaHidden: 'true' },
    children: paths,
  });
}

function rootOf(tree: Root): Element | null {
  const elements = tree.children.filter((child) => child.type === 'element');
  const [only] = elements;
  return elements.length === 1 && only?.tagName === 'svg' ? only : null;
}

function viewBoxSize(root: Element | null): { width: number; height: number } | null {
  const viewBox = root?.properties['viewBox'];
  if (typeof viewBox !== 'string') return null;
  const [, , width = 0, height = 0] = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 ? { width, height } : null;
}

interface Check {
  readonly file: string;
  readonly ids: ReadonlySet<string>;
  readonly list: ProblemList;
}

const onRootOnly = new Set(['xmlns', 'xmlnsXLink', 'role', 'ariaLabel', 'ariaHidden', 'version']);

function checkElement(element: Element, check: Check): void {
  const { file, list, ids } = check;
  if (svgDescriptions.has(element.tagName)) return;
  if (!svgElements.has(element.tagName)) {
    list.problem(file, placeOf(element), `<${element.tagName}> may not stand in a drawing`, remedies.allowed);
    return;
  }
  for (const [name, value] of Object.entries(element.properties)) {
    if (name === 'id' || (element.tagName === 'svg' && onRootOnly.has(name))) continue;
    const written = Array.isArray(value) ? value.join(' ') : String(value);
    if (svgProperties.get(name)?.test(written) !== true) {
      list.problem(
        file,
        placeOf(element),
        `<${element.tagName}> has ${name}="${shortened(written)}", which may not stand in a drawing`,
        remedies.allowed,
      );
    }
    for (const [, target = ''] of written.matchAll(/url\(#([^)]*)\)/g)) {
      if (!ids.has(target))
        list.problem(
          file,
          placeOf(element),
          `<${element.tagName}> refers to #${target}, which the drawing does not define`,
          remedies.reference,
        );
    }
  }
  for (const child of element.children) if (child.type === 'element') checkElement(child, check);
}

function collectIds(node: Nodes, ids = new Set<string>()): Set<string> {
  if (node.type === 'element' && typeof node.properties['id'] === 'string') ids.add(node.properties['id']);
  if ('children' in node) for (const child of node.children) collectIds(child, ids);
  return ids;
}

function copy(element: Element, scope: string): Element {
  const renamed = (id: string): string => `art-${scope}-${id.replace(/[^\w-]/g, '_')}`;
  const properties: Properties = {};
  for (const [name, value] of Object.entries(element.properties)) {
    if (typeof value !== 'string') properties[name] = value;
    else if (name === 'id') properties[name] = renamed(value);
    else properties[name] = value.replace(/url\(#([^)]*)\)/g, (_, id: string) => `url(#${renamed(id)})`);
  }
  const isLettering = element.tagName === 'text' || element.tagName === 'tspan';
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return isLettering ? [{ type: 'text', value: child.value }] : [];
    if (child.type !== 'element' || svgDescriptions.has(child.tagName)) return [];
    return [copy(child, scope)];
  });
  return { type: 'element', tagName: element.tagName, properties, children };
}

function placeOf(node: Nodes | null): { line: number; column: number } {
  return { line: node?.position?.start.line ?? 1, column: node?.position?.start.column ?? 1 };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

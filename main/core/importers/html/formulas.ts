/**
 * Formulas as MathML, however the page wrote them: its own, what KaTeX and MathJax keep for screen readers, Wikipedia's
 * hidden copy beside a picture, and TeX in a script for MathJax to find.
 */
import { html, parseFragment } from 'parse5';
import temml from 'temml';
import {
  attribute,
  find,
  makeElement,
  makeText,
  namesOf,
  rebuild,
  textOf,
  type PageElement,
  type PageParent,
} from './nodes.ts';

const holders = /(?:^|\s)(?:katex|katex-display|mathjax\S*|mjx-\S+|mwe-math-element|math-inline|math-display)(?:\s|$)/;

/** What remark-math and Pandoc make of dollars in Markdown. */
const texClasses = /(?:^|\s)(?:language-math|math-inline|math-display)(?:\s|$)/;

/** Whether an element stands for a formula. `formulaOf` may still find none in it. */
export function isFormula(element: PageElement): boolean {
  return (
    element.tagName === 'mjx-container' ||
    (element.tagName === 'code' && texClasses.test(namesOf(element))) ||
    (element.tagName === 'script' && /^math\/(?:tex|mml|asciimath)/i.test(attribute(element, 'type') ?? '')) ||
    ((element.tagName === 'span' || element.tagName === 'div') && holders.test(namesOf(element)))
  );
}

/** Null if there is none in it. */
export function formulaOf(element: PageElement): PageElement | null {
  const type = attribute(element, 'type') ?? '';
  if (element.tagName === 'script') {
    const source = textOf(element);
    return type.startsWith('math/mml') ? fromMarkup(source) : fromTex(source, /mode\s*=\s*display/i.test(type));
  }
  if (element.tagName === 'code') return fromTex(textOf(element), namesOf(element).includes('math-display'));
  const kept = attribute(element, 'data-mathml');
  const isDisplay = namesOf(element).includes('display') || attribute(element, 'display') === 'true';
  const written = kept === null ? mathIn(element) : fromMarkup(kept);
  if (written === null) return null;
  if (isDisplay && attribute(written, 'display') === null) written.attrs.push({ name: 'display', value: 'block' });
  return settle(written);
}

function mathIn(element: PageElement): PageElement | null {
  return element.tagName === 'math' ? element : find(element, (inner) => inner.tagName === 'math');
}

/**
 * The annotation says again in TeX what stands before it. Elements that are no MathML become their text: inside of a
 * formula a browser would read them as something else than was written.
 */
function settle(math: PageElement): PageElement | null {
  if (math.childNodes.length === 0) return null;
  rebuild(math, (inner) => {
    if (inner.tagName.startsWith('annotation') || inner.tagName === 'script' || inner.tagName === 'style') return [];
    return inner.namespaceURI === html.NS.MATHML ? undefined : [makeText(textOf(inner))];
  });
  return math;
}

function fromMarkup(markup: string): PageElement | null {
  const fragment: PageParent = parseFragment(markup.slice(0, 100_000));
  const math = find(fragment, (inner) => inner.tagName === 'math');
  return math === null ? null : settle(math);
}

/** TeX that cannot be set stays as it was typed. */
function fromTex(source: string, displayMode: boolean): PageElement | null {
  const tex = source.trim();
  if (tex === '' || tex.length > 10_000) return null;
  try {
    const markup = temml.renderToString(tex, { displayMode, throwOnError: true, strict: false, trust: false });
    return fromMarkup(markup);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return makeElement('code', {}, [makeText(tex)]);
  }
}

/** Colours a listing when the collection is made, so that the reader needs no highlighter. */
import type { Element, ElementContent } from 'hast';
import { all, createLowlight } from 'lowlight';

const lowlight = createLowlight(all);

/** Names that are right though there are no colours for them. */
const uncoloured = /^(?:text|plain|none|cobol)$/;

/** `onUnknown` is told of a language that cannot be coloured. */
export function highlight(code: string, language: string | null, onUnknown: () => void): Element {
  const isKnown = language !== null && lowlight.registered(language);
  if (language !== null && !isKnown && !uncoloured.test(language)) onUnknown();
  // lowlight's root holds spans and texts alone, no doctype.
  const children = isKnown
    ? (lowlight.highlight(language, code).children as ElementContent[])
    : [{ type: 'text' as const, value: code }];
  const className = language === null ? ['hljs'] : ['hljs', `language-${language}`];
  const inner: Element = { type: 'element', tagName: 'code', properties: { className }, children };
  return { type: 'element', tagName: 'pre', properties: { tabIndex: 0 }, children: [inner] };
}

import { html } from 'lit';
import { markedText } from '../../lib/reading/marked-text.ts';

/** A passage with its marks as elements. The text is always text. */
export function markedParts(
  { text, marks }: { readonly text: string; readonly marks: readonly (readonly [number, number])[] },
  isCurrent = false,
): unknown {
  const name = isCurrent ? 'match match--current' : 'match';
  return markedText(text, marks).map((part) =>
    part.isMarked ? html`<mark class=${name}>${part.text}</mark>` : part.text,
  );
}

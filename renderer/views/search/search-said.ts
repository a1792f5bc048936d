/** Under the field: what was left out of a query, how it was read, how much was found. */
import { html, nothing } from 'lit';
import type { SearchResult } from '../../../main/contract/search-entities.ts';
import { count } from '../../lib/counts.ts';
import '../../lib/icons/lectern-icon.ts';
import { understoodParts } from './understood-parts.ts';

export function searchSaid(tooLong: string | null, result: SearchResult | null): unknown {
  if (result === null && tooLong === null) return nothing;
  return html`<div class="said">
    ${
      tooLong === null
        ? nothing
        : html`<p class="limit" role="status"><lectern-icon name="triangle-alert"></lectern-icon>${tooLong}</p>`
    }
    ${result === null ? nothing : found(result)}
  </div>`;
}

function found(result: SearchResult): unknown {
  const sentence = understoodParts(result.understood).map(({ text, kind }) => {
    if (kind === 'plain') return text;
    return kind === 'wanted' ? html`<b>${text}</b>` : html`<s>${text}</s>`;
  });
  return html`<p class="understood" id="understood">${sentence}.</p>
    ${result.total === 0 ? nothing : html`<p class="count" role="status">${countOf(result)}</p>`}`;
}

/** "10 stories, 59 places"; places only where all of them are known. */
function countOf({ total, hits }: SearchResult): unknown {
  const places = hits.reduce((sum, hit) => sum + hit.places, 0);
  const isWhole = hits.length === total && total > 0;
  return html`<b class="nums">${total}</b> ${total === 1 ? 'story' : 'stories'}${
      isWhole ? `, ${count(places, 'place', 'places')}` : nothing
    }`;
}

export const searchKeys = html`<p class="keys" aria-hidden="true">
  <span><kbd>↑</kbd><kbd>↓</kbd> move</span><span><kbd>Enter</kbd> open</span><span><kbd>→</kbd> next place</span
  ><span><kbd>Esc</kbd> clear</span>
</p>`;

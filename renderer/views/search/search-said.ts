/** Under the field: what was left out of a query, how it was read, and what was done with it. */
import { html, nothing } from 'lit';
import type { IndexStatus, UnderstoodQuery } from '../../../main/contract/search-entities.ts';
import '../../lib/icons/lectern-icon.ts';
import { listOfWords, percentDone } from './said-words.ts';
import { understoodParts } from './understood-parts.ts';

export interface SaidModel {
  readonly tooLong: string | null;
  readonly understood: UnderstoodQuery | null;
  readonly exactly: boolean;
  readonly index: IndexStatus | null;
  readonly onExactly: (exactly: boolean) => void;
}

export function searchSaid(model: SaidModel): unknown {
  const { tooLong, understood, index } = model;
  const building = index?.state === 'building' ? index : null;
  const unavailable = index?.state === 'unavailable';
  if (tooLong === null && understood === null && building === null && !unavailable) return nothing;
  return html`<div class="said">
    ${tooLong === null ? nothing : warned(tooLong)}
    ${understood === null ? nothing : [sentence(understood), ...done(understood, model)]}
    ${
      building === null
        ? nothing
        : noted(
            html`Your articles are being indexed, ${percentDone(building)} per cent so far. What is not indexed yet is
            not found.`,
          )
    }
    ${unavailable ? warned('Your own articles cannot be searched just now; only the collection is.') : nothing}
  </div>`;
}

function sentence(understood: UnderstoodQuery): unknown {
  const words = understoodParts(understood).map(({ text, kind }) => {
    if (kind === 'plain') return text;
    return kind === 'wanted' ? html`<b>${text}</b>` : html`<s>${text}</s>`;
  });
  return html`<p class="understood" id="understood">${words}.</p>`;
}

function done(understood: UnderstoodQuery, { exactly, onExactly }: SaidModel): unknown[] {
  const { corrections, dropped, problems } = understood;
  return [
    ...corrections.map(({ from, to }) =>
      noted(
        html`Searched for <b>${listOfWords(to, 'or')}</b> instead of <i>${from}</i>.
          <button class="link" @click=${() => onExactly(true)}>Search for ${from} exactly</button>`,
      ),
    ),
    exactly && corrections.length === 0
      ? noted(
          html`Every word was taken as it is typed.
            <button class="link" @click=${() => onExactly(false)}>Mend typing errors again</button>`,
        )
      : nothing,
    dropped.length === 0
      ? nothing
      : noted(html`Nothing has all words; the first hits lack <i>${listOfWords(dropped, 'and')}</i>.`),
    ...problems.map(({ message }) => warned(`${message}.`.replace(/([.!?])\.$/, '$1'))),
  ];
}

function noted(words: unknown): unknown {
  return html`<p class="note">${words}</p>`;
}

function warned(words: string): unknown {
  return html`<p class="limit" role="status"><lectern-icon name="triangle-alert"></lectern-icon>${words}</p>`;
}

/**
 * One hit in the list of results. A template and no element: the field points at the chosen option by its id, and ids
 * reach no further than a shadow root.
 */
import { html, nothing } from 'lit';
import type { ArticleSummary } from '../../../main/contract/entities.ts';
import type { SearchHit } from '../../../main/contract/search-entities.ts';
import '../../components/lectern-ledger.ts';
import { count } from '../../lib/counts.ts';
import { excerpt } from '../../lib/reading/excerpt.ts';
import { markedParts } from './marked-parts.ts';
import { listOfWords } from './said-words.ts';

/** In one line the first mark is to be seen, so little stands before it. */
const line = { room: 110, leadIn: 22 };

export function searchHit({ article, passage, places, missing }: SearchHit, id: string, isSelected: boolean): unknown {
  const { published } = article;
  const from = cameFrom(article);
  return html`<li class="hit" id=${id} role="option" aria-selected=${isSelected ? 'true' : 'false'}>
    <p class="hit__title" lang=${article.language} dir=${article.direction}>${article.title}</p>
    <p class="hit__meta">
      ${from === null ? nothing : html`<span class="hit__from">${from}</span>`}
      ${published === null ? nothing : html`<span class="nums">${published.slice(0, 4)}</span>`}
      ${
        places === 0
          ? nothing
          : html`<span class="nums hit__n" title=${count(places, 'place', 'places')}
              >${places}<span class="vh"> ${places === 1 ? 'place' : 'places'}</span></span
            >`
      }
      ${article.source === 'collection' ? html`<lectern-ledger></lectern-ledger>` : nothing}
    </p>
    <p class="hit__text" lang=${article.language} dir=${article.direction}>
      ${markedParts(isSelected ? passage : excerpt(passage, line.room, line.leadIn))}
    </p>
    ${missing.length === 0 ? nothing : html`<p class="hit__missing">without: <s>${listOfWords(missing, 'and')}</s></p>`}
  </li>`;
}

/** A story's section; of a saved article its site, or else who wrote it. */
function cameFrom({ section, url, author }: ArticleSummary): string | null {
  const site = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return section?.name ?? (site === '' ? (author?.name ?? null) : site);
}

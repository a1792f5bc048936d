/**
 * One hit in the list of results. A template and no element: the field points at the chosen option by its id, and ids
 * reach no further than a shadow root.
 */
import { html, nothing } from 'lit';
import type { Passage, SearchHit } from '../../../main/contract/search-entities.ts';
import '../../components/lectern-ledger.ts';
import { count } from '../../lib/counts.ts';
import { excerpt } from '../../lib/reading/excerpt.ts';
import { markedParts } from './marked-parts.ts';

interface Shown {
  readonly id: string;
  readonly isSelected: boolean;
  /** The places of the chosen story, for a pane that has no preview beside it. */
  readonly places: readonly Passage[];
}

const placesShown = 3;
const room = 150;
/** In one line the first mark is to be seen, so little stands before it. */
const line = { room: 110, leadIn: 22 };

export function searchHit({ article, passage, places: placeCount }: SearchHit, shown: Shown): unknown {
  const { section, published } = article;
  return html`<li class="hit" id=${shown.id} role="option" aria-selected=${shown.isSelected ? 'true' : 'false'}>
    <p class="hit__title">${article.title}</p>
    <p class="hit__meta">
      ${section === null ? nothing : html`<span>${section.name}</span>`}
      ${published === null ? nothing : html`<span class="nums">${published.slice(0, 4)}</span>`}
      <span class="nums hit__n" title=${count(placeCount, 'place', 'places')}
        >${placeCount}<span class="vh"> ${placeCount === 1 ? 'place' : 'places'}</span></span
      >
      ${article.source === 'collection' ? html`<lectern-ledger></lectern-ledger>` : nothing}
    </p>
    <p class="hit__text">${markedParts(shown.isSelected ? passage : excerpt(passage, line.room, line.leadIn))}</p>
    ${shown.isSelected && shown.places.length > 0 ? morePlaces(shown.places) : nothing}
  </li>`;
}

function morePlaces(places: readonly Passage[]): unknown {
  const left = places.length - placesShown;
  return html`<p class="hit__more">
    ${places.slice(0, placesShown).map((place) => html`<span>${markedParts(excerpt(place, room))}</span>`)}
    <b class="hit__open">Open${left > 0 ? `, and ${count(left, 'place', 'places')} more` : nothing}</b>
  </p>`;
}

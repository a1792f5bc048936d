/** The row of filters: the clauses that are active, then a menu for each facet. One line that scrolls sideways. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Facet, UnderstoodQuery } from '../../../main/contract/search-entities.ts';
import '../../lib/icons/lectern-icon.ts';
import type { QueryPart } from './clauses.ts';
import { facetTitles, shownFacets } from './facets.ts';
import '../../components/lectern-pick-menu.ts';

export interface FiltersModel {
  readonly understood: UnderstoodQuery | null;
  readonly facets: readonly Facet[];
  readonly onTakeOut: (part: QueryPart) => void;
  readonly onPick: (event: CustomEvent<{ id: string; isActive: boolean }>) => void;
}

export function searchFilters({ understood, facets, onTakeOut, onPick }: FiltersModel): unknown {
  if (understood === null) return nothing;
  // Words stand in the field itself; as chips they would come and go with every letter.
  const parts = understood.parts.filter(({ kind }) => kind !== 'word');
  return html`<div class="filters" role="group" aria-label="Filters">
    ${parts.map(
      (part) =>
        html`<button
          class="chip chip--on"
          title="Take out"
          aria-label="Take out: ${part.label}"
          @click=${() => onTakeOut(part)}
        >
          <span class="chip__label">${part.label}</span><lectern-icon name="x"></lectern-icon>
        </button>`,
    )}
    ${repeat(
      shownFacets(facets),
      ({ name }) => name,
      ({ name, values }) =>
        html`<lectern-pick-menu
          label=${facetTitles[name]}
          .items=${values.map(({ label, count, clause, isActive }) => ({ id: clause, label, count, isActive }))}
          @lectern-pick=${onPick}
        ></lectern-pick-menu>`,
    )}
    ${parts.length === 0 && facets.length === 0 ? nothing : html`<span class="filters__end"></span>`}
  </div>`;
}

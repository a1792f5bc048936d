/** The list of results in all its states, and the preview beside it. */
import { html, type TemplateResult } from 'lit';
import { cache } from 'lit/directives/cache.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { searchOrders, type SearchHit } from '../../../main/contract/search-entities.ts';
import '../../components/lectern-empty.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { countText, tookText } from './choice-text.ts';
import { orderTitles } from './facets.ts';
import './lectern-search-examples.ts';
import '../../components/lectern-pick-menu.ts';
import './lectern-search-nothing.ts';
import './lectern-search-preview.ts';
import './lectern-search-recent.ts';
import './lectern-search-save.ts';
import type { PreviewController } from './preview-controller.ts';
import type { Answer, SearchController } from './search-controller.ts';
import { searchHit } from './search-hit.ts';

interface ResultsModel {
  readonly search: SearchController;
  /** Whether nothing is searched for. */
  readonly isEmpty: boolean;
  readonly chosen: number;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onOrder: (event: CustomEvent<{ id: string }>) => void;
}

/** So far above the end of the list the next hits are asked for, in pixels. */
const reach = 600;

export function optionId(index: number): string {
  return `hit-${index}`;
}

export function searchResults(model: ResultsModel): unknown {
  const { search, isEmpty } = model;
  return html`<div class=${search.isWaiting && search.answer !== null ? 'rest rest--waiting' : 'rest'}>
    ${cache(isEmpty ? start() : answered(model))}
  </div>`;
}

/** Kept while one searches: the examples ask what they find, and that need not be asked again. */
function start(): TemplateResult {
  return html`<div class="words">
    <lectern-search-recent></lectern-search-recent>
    <lectern-search-examples></lectern-search-examples>
  </div>`;
}

function answered(model: ResultsModel): TemplateResult {
  const { search } = model;
  if (search.error !== null) {
    return html`<lectern-error
      heading="This could not be searched for"
      .error=${search.error}
      @lectern-retry=${() => search.again()}
    ></lectern-error>`;
  }
  const { answer } = search;
  if (answer === null) return html`<lectern-loading shape="list" label="Searching"></lectern-loading>`;
  if (answer.result.total === 0) {
    return html`<lectern-search-nothing
      class="words"
      .query=${answer.question.query}
      .understood=${answer.result.understood}
    ></lectern-search-nothing>`;
  }
  return html`${countRow(answer, model)}${hits(answer.result.hits, model)}`;
}

function countRow({ question, result }: Answer, { onOrder }: ResultsModel): unknown {
  return html`<div class="count">
    <p class="nums" title=${tookText(result)}>${countText(result)}</p>
    <lectern-pick-menu
      single
      label="Order"
      value=${orderTitles[question.order]}
      .items=${searchOrders.map((id) => ({ id, label: orderTitles[id], count: null, isActive: id === question.order }))}
      @lectern-pick=${onOrder}
    ></lectern-pick-menu>
    <lectern-search-save .query=${question.query} .order=${question.order}></lectern-search-save>
  </div>`;
}

/** Keyed by article, and left alone while only something else of the page changes: typing stays cheap. */
function hits(found: readonly SearchHit[], { search, chosen, onClick, onKey }: ResultsModel): unknown {
  const scrolled = ({ currentTarget: list }: Event): void => {
    if (!(list instanceof HTMLElement)) return;
    if (list.scrollTop + list.clientHeight > list.scrollHeight - reach) search.more();
  };
  return html`<ol
    class="hits"
    id="hits"
    role="listbox"
    aria-label="Results"
    tabindex="0"
    aria-activedescendant=${optionId(chosen)}
    @click=${onClick}
    @keydown=${onKey}
    @scroll=${scrolled}
  >
    ${guard([found, chosen], () =>
      repeat(
        found,
        ({ article }) => article.id,
        (hit, index) => searchHit(hit, optionId(index), index === chosen),
      ),
    )}
  </ol>`;
}

export function searchPreview(preview: PreviewController, href: string, isAlone: boolean): unknown {
  const { shown, place } = preview;
  if (shown === null) {
    return html`<div class="unfilled">
      <lectern-empty heading="The places, as they stand"
        >Whatever is found shows here, in its paragraphs, before you open the article.</lectern-empty
      >
    </div>`;
  }
  return html`<lectern-search-preview
    ?alone=${isAlone}
    .article=${shown.hit.article}
    .query=${shown.query}
    .href=${href}
    .opening=${shown.hit.passage}
    .places=${shown.places}
    .blockCount=${shown.blockCount}
    .current=${place}
    .error=${shown.error}
  ></lectern-search-preview>`;
}

export const searchKeys = html`<p class="keys" aria-hidden="true">
  <span><kbd>↑</kbd><kbd>↓</kbd> move</span><span><kbd>Enter</kbd> open</span><span><kbd>→</kbd> next place</span
  ><span><kbd>Ctrl</kbd><kbd>S</kbd> save</span><span><kbd>Esc</kbd> clear</span>
</p>`;

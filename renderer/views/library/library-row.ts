/** One row of the library, in its three densities, and the shape of one that is on its way. Templates only. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ArticleSummary } from '../../../main/contract/entities.ts';
import type { Tag } from '../../../main/contract/organise-entities.ts';
import '../../components/lectern-menu.ts';
import type { MenuEntry } from '../../components/lectern-menu.ts';
import { formatNewsDate } from '../../lib/dates.ts';
import { icons } from '../../lib/icons/icons.ts';
import type { LibraryView } from '../../lib/library-view.ts';
import { percent } from '../../lib/counts.ts';
import { lengthOf } from '../../lib/length-of.ts';
import type { RowRange } from '../../lib/row-geometry.ts';
import { listHref, storyHref } from '../../state/route.ts';
import type { Density } from './library-density.ts';

/** What is the same for all rows at one time. */
export interface RowModel {
  readonly view: LibraryView;
  readonly total: number;
  readonly density: Density;
  readonly colours: ReadonlyMap<string, Tag['colour']>;
  /** `2026-11-27`. */
  readonly today: string;
  /** The row that Tab leads to. */
  readonly active: number;
  /** The row that shows its menu. */
  readonly hot: number | null;
  readonly menu: (article: ArticleSummary) => readonly MenuEntry[];
  /** Its place is the reader's to choose. */
  readonly isMovable: boolean;
  readonly isSelected: (id: string) => boolean;
}

const tagsShown = 3;

export function visibleRows(
  { first, end }: RowRange,
  at: (index: number) => ArticleSummary | undefined,
  model: RowModel,
): unknown {
  const indices = Array.from({ length: end - first }, (_, offset) => first + offset);
  return repeat(
    indices,
    // What leaves at one end becomes what comes at the other.
    (index) => index % indices.length,
    (index) => libraryRow(index, at(index), model),
  );
}

function libraryRow(index: number, article: ArticleSummary | undefined, model: RowModel): unknown {
  if (article === undefined) return awaitedRow(index, model);
  const selected = model.isSelected(article.id);
  const tab = index === model.active ? '0' : '-1';
  return html`<div
    class="row"
    role="listitem"
    data-index=${index}
    aria-setsize=${model.total}
    aria-posinset=${index + 1}
    ?data-selected=${selected}
    ?data-read=${article.marks.finished}
  >
    ${model.isMovable ? grip : nothing}<label class="row__check"
      ><input type="checkbox" tabindex=${tab} .checked=${live(selected)} aria-label="Select ${article.title}"
    /></label>
    <a class="row__main" tabindex=${tab} href=${storyHref(article.id, { list: { kind: 'library', view: model.view } })}>
      <span class="row__title" lang=${article.language} dir=${article.direction}>${article.title}</span>
      ${
        model.density === 'roomy'
          ? html`<span class="row__stand" lang=${article.language} dir=${article.direction}
              >${article.standfirst}</span
            >`
          : nothing
      }
      <span class="row__meta"><bdi>${byline(article, model.density)}</bdi></span>
      <span class="row__short nums">${lengthOf(article)}</span>
    </a>
    <span class="row__tags">${article.tags.slice(0, tagsShown).map((name) => tagLink(name, model))}</span>
    <span class="row__length">${length(article)}</span>
    <span class="row__marks">${marks(article)}</span>
    <span class="row__date nums">${dateOf(article, model)}</span>
    <span class="row__menu"
      >${
        index === model.hot || index === model.active
          ? html`<lectern-menu
              tool
              label="Actions for ${article.title}"
              icon="ellipsis"
              .entries=${model.menu(article)}
            ></lectern-menu>`
          : nothing
      }</span
    >
  </div>`;
}

function awaitedRow(index: number, { total }: RowModel): unknown {
  return html`<div
    class="row row--awaited"
    role="listitem"
    data-index=${index}
    aria-setsize=${total}
    aria-posinset=${index + 1}
    aria-busy="true"
  >
    <span class="row__main" aria-hidden="true"><span class="bone"></span><span class="bone bone--short"></span></span>
    <span class="vh">On its way</span>
  </div>`;
}

/** In one line the site says enough. */
function byline({ author, saved }: ArticleSummary, density: Density): string {
  const site = saved?.site ?? '';
  const name = author?.name ?? '';
  if (density === 'dense') return site === '' ? name : site;
  return [name, site].filter((part) => part !== '').join(', ');
}

function tagLink(name: string, { colours, view }: RowModel): unknown {
  const colour = colours.get(name) ?? null;
  const href = listHref({
    kind: 'library',
    view: view.state === 'trash' ? { state: 'trash', tags: [name] } : { tags: [name] },
  });
  return html`<a class="row__tag" tabindex="-1" href=${href} dir="auto"
    >${colour === null ? nothing : html`<span class="dot" data-colour=${colour}></span>`}<span class="hash"
      >${name}</span
    ></a
  >`;
}

function length(article: ArticleSummary): unknown {
  const { progress, finished } = article.marks;
  const bar =
    progress > 0 && !finished
      ? html`<progress max="1" .value=${progress} aria-label="${percent(progress)} per cent read"></progress>`
      : nothing;
  return html`${bar}<span class="nums">${lengthOf(article)}</span>`;
}

function marks({ saved }: ArticleSummary): unknown {
  if (saved === null) return nothing;
  const isWhole = !saved.isLink && saved.imagesKept >= saved.imagesWanted;
  return html`${saved.favourite ? mark('row__star', icons.star, 'Favourite') : nothing}${
    isWhole ? mark('row__whole', icons['circle-check'], 'Kept whole') : nothing
  }`;
}

/** For a hand; keys and menu do the same. */
const grip = html`<span class="row__grip" draggable="true" title="Drag to move" aria-hidden="true"
  ><svg class="glyph" viewBox="0 0 24 24">${icons['grip-vertical']}</svg></span
>`;

/** Drawn here and by no element of its own: a hundred rows come by in a second. */
function mark(name: string, drawing: unknown, words: string): unknown {
  return html`<span class=${name} title=${words}
    ><svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg><span class="vh">${words}</span></span
  >`;
}

function dateOf({ saved, published, marks }: ArticleSummary, { view, today }: RowModel): string {
  const dates = { published, read: marks.readAt };
  const iso = view.order === 'published' || view.order === 'read' ? dates[view.order] : (saved?.savedAt ?? null);
  return iso === null ? '' : formatNewsDate(iso.slice(0, 10), today);
}

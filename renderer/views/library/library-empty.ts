/** A view of the library without an article, and the way on from there. */
import { html } from 'lit';
import '../../components/lectern-empty.ts';
import { changeView, isNarrowed, isOnly, placeOf, type LibraryView } from '../../lib/library-view.ts';
import { listHref } from '../../state/route.ts';

/** `saved` is how many articles there are outside the trash; null while that is not known. */
export function emptyLibrary(view: LibraryView, saved: number | null): unknown {
  const href = (to: LibraryView): string => listHref({ kind: 'library', view: to });
  if (isNarrowed(view)) {
    const { order, descending } = view;
    return html`<lectern-empty heading="Nothing here is like that">
      <p>No article at this place meets all the filters.</p>
      <a slot="actions" class="button" href=${href(changeView(placeOf(view), { order, descending }))}>Clear filters</a>
    </lectern-empty>`;
  }
  if (view.state === 'trash') {
    return html`<lectern-empty heading="The trash is empty">
      <p>What you throw away waits here until you remove it for good.</p>
      <a slot="actions" class="button" href=${href({})}>Library</a>
    </lectern-empty>`;
  }
  if (saved === 0) {
    return html`<lectern-empty heading="Your own articles will stand here">
      <p>
        Bring in saved pages, books, or the export of another service. Each is kept on this device, found by search and
        read like a story.
      </p>
      <a slot="actions" class="button button--main" href="#/import">Bring articles in</a>
    </lectern-empty>`;
  }
  if (view.shelf !== undefined) {
    return html`<lectern-empty heading="This shelf is empty">
      <p>Drag articles onto it in the rail, or select some and shelve them.</p>
      <a slot="actions" class="button" href=${href({})}>Library</a>
    </lectern-empty>`;
  }
  if (view.state === 'inbox') {
    return html`<lectern-empty heading="The inbox is empty: well done">
      <p>Everything that came in has been read, put away or thrown away.</p>
      <a slot="actions" class="button" href=${href({ state: 'archive' })}>Archive</a>
    </lectern-empty>`;
  }
  if (isOnly(view, 'favourite')) {
    return html`<lectern-empty heading="No favourites yet">
      <p>The star marks what you will want again.</p>
      <a slot="actions" class="button" href=${href({})}>Library</a>
    </lectern-empty>`;
  }
  return html`<lectern-empty heading="Nothing is archived yet">
    <p>What you have done with goes from the inbox into the archive, and is found here and by search.</p>
    <a slot="actions" class="button" href=${href({ state: 'inbox' })}>Inbox</a>
  </lectern-empty>`;
}

/** A list without stories, and how one comes into it. */
import { html } from 'lit';
import '../../components/lectern-empty.ts';
import type { ListRef } from '../../lib/list-ref.ts';

export function emptyList(list: ListRef): unknown {
  if (list.kind === 'bookmarks') {
    return html`<lectern-empty heading="No bookmarks yet">
      <p>Press <kbd>B</kbd> in any story, or its bookmark at the top. It gathers here, latest first.</p>
      <a slot="actions" class="button" href="#/">Go to the front page</a>
    </lectern-empty>`;
  }
  const what = list.kind === 'tag' ? 'carries this tag' : list.kind === 'author' ? 'is by this author' : 'stands here';
  return html`<lectern-empty heading="No story ${what}">
    <p>The collection may have changed since you were led here.</p>
    <a slot="actions" class="button" href="#/stories">All stories</a>
  </lectern-empty>`;
}

/** A list without stories, and how one comes into it. */
import { html } from 'lit';
import '../../components/lectern-empty.ts';
import type { PlainList } from '../../lib/list-ref.ts';

/** `bookmarkKeys` are the caps of the key that bookmarks a story; empty if the reader took it away. */
export function emptyList(list: PlainList, bookmarkKeys: readonly string[]): unknown {
  if (list.kind === 'bookmarks') {
    return html`<lectern-empty heading="No bookmarks yet">
      <p>${press(bookmarkKeys)} It gathers here, latest first.</p>
      <a slot="actions" class="button" href="#/">Go to the front page</a>
    </lectern-empty>`;
  }
  if (list.kind === 'feeds' || list.kind === 'feed') {
    return html`<lectern-empty heading="Nothing has come yet">
      <p>What your feeds bring stands here after the next refresh.</p>
      <a slot="actions" class="button" href="#/feeds">Feeds</a>
    </lectern-empty>`;
  }
  if (list.kind === 'incomplete') {
    return html`<lectern-empty heading="Everything is whole">
      <p>Each of your articles is on this device with its text and every picture.</p>
      <a slot="actions" class="button" href="#/library">Library</a>
    </lectern-empty>`;
  }
  const what = list.kind === 'tag' ? 'carries this tag' : list.kind === 'author' ? 'is by this author' : 'stands here';
  return html`<lectern-empty heading="No story ${what}">
    <p>The collection may have changed since you were led here.</p>
    <a slot="actions" class="button" href="#/stories">All stories</a>
  </lectern-empty>`;
}

function press(keys: readonly string[]): unknown {
  if (keys.length === 0) return 'Press the bookmark at the top of any story.';
  return html`Press ${keys.map((cap) => html`<kbd>${cap}</kbd>`)} in any story, or the bookmark at its top.`;
}

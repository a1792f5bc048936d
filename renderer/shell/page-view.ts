/** Which view stands for which address. The story stands beside its list and is laid out by the window itself. */
import { html } from 'lit';
import '../components/lectern-error.ts';
import { placeOf, printView } from '../lib/library-view.ts';
import { printRoute, type Route, type StoryRoute } from '../state/route.ts';
import '../views/about/lectern-about.ts';
import '../views/backup/lectern-backup.ts';
import '../views/downloads/lectern-downloads.ts';
import '../views/feeds/lectern-feeds.ts';
import '../views/export/lectern-export.ts';
import '../views/home/lectern-home.ts';
import '../views/import/lectern-import.ts';
import '../views/jobs/lectern-jobs-view.ts';
import '../views/library/lectern-library-view.ts';
import '../views/library/lectern-tags-page.ts';
import '../views/links/lectern-links.ts';
import '../views/links/lectern-save.ts';
import '../views/list/lectern-list-view.ts';
import '../views/missing/lectern-missing.ts';
import '../views/search/lectern-search-view.ts';
import '../views/settings/lectern-settings.ts';
import '../views/storage/lectern-storage.ts';
import '../views/story/lectern-story.ts';
import './lectern-top-bar.ts';

export function pageView(route: Exclude<Route, StoryRoute>): unknown {
  switch (route.name) {
    case 'home':
      return html`<lectern-home></lectern-home>`;
    case 'stories':
      if (route.list.kind === 'library')
        return html`<lectern-library-view .view=${route.list.view}></lectern-library-view>`;
      if (route.list.kind === 'feeds') return html`<lectern-feeds></lectern-feeds>`;
      if (route.list.kind === 'feed') return html`<lectern-feeds .feedId=${route.list.id}></lectern-feeds>`;
      return html`<lectern-list-view page .list=${route.list}></lectern-list-view>`;
    case 'tags':
      return html`<lectern-tags-page></lectern-tags-page>`;
    case 'search':
      return html`<lectern-search-view
        .query=${route.query}
        .order=${route.order ?? 'relevance'}
      ></lectern-search-view>`;
    case 'import':
      return html`<lectern-import .importId=${route.id}></lectern-import>`;
    case 'backup':
      return html`<lectern-backup .snapshot=${route.snapshot}></lectern-backup>`;
    case 'links':
      return html`<lectern-links></lectern-links>`;
    case 'save':
      return html`<lectern-save .url=${route.url} .heading=${route.title}></lectern-save>`;
    case 'export':
      return html`<lectern-export></lectern-export>`;
    case 'downloads':
      return html`<lectern-downloads></lectern-downloads>`;
    case 'jobs':
      return html`<lectern-jobs-view></lectern-jobs-view>`;
    case 'storage':
      return html`<lectern-storage></lectern-storage>`;
    case 'settings':
      return html`<lectern-settings></lectern-settings>`;
    case 'about':
      return html`<lectern-about></lectern-about>`;
    case 'missing':
      return html`<lectern-missing .path=${route.path}></lectern-missing>`;
  }
}

/** What the focus is taken to when it changes. To narrow or order what one is at keeps it where it is. */
export function viewPlace(route: Route): string {
  if (route.name === 'story') return `story ${route.id}`;
  if (route.name === 'stories' && route.list.kind === 'library')
    return `library ${printView(placeOf(route.list.view))}`;
  return route.name === 'search' ? 'search' : printRoute(route);
}

/** In place of every view that needs the collection. */
export function unreadable(error: unknown, again: () => void): unknown {
  return html`<div class="desk">
    <lectern-top-bar></lectern-top-bar>
    <main>
      <lectern-error
        level="1"
        heading="The collection cannot be opened"
        .error=${error}
        @lectern-retry=${again}
      ></lectern-error>
    </main>
  </div>`;
}

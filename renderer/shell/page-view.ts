/** Which view stands for which address. The story stands beside its list and is laid out by the window itself. */
import { html } from 'lit';
import type { Route, StoryRoute } from '../state/route.ts';
import '../views/about/lectern-about.ts';
import '../views/downloads/lectern-downloads.ts';
import '../views/feeds/lectern-feeds.ts';
import '../views/home/lectern-home.ts';
import '../views/import/lectern-import.ts';
import '../views/jobs/lectern-jobs-view.ts';
import '../views/links/lectern-links.ts';
import '../views/links/lectern-save.ts';
import '../views/list/lectern-list-view.ts';
import '../views/missing/lectern-missing.ts';
import '../views/search/lectern-search-view.ts';
import '../views/settings/lectern-settings.ts';
import '../views/story/lectern-story.ts';

export function pageView(route: Exclude<Route, StoryRoute>): unknown {
  switch (route.name) {
    case 'home':
      return html`<lectern-home></lectern-home>`;
    case 'stories':
      if (route.list.kind === 'feeds') return html`<lectern-feeds></lectern-feeds>`;
      if (route.list.kind === 'feed') return html`<lectern-feeds .feedId=${route.list.id}></lectern-feeds>`;
      return html`<lectern-list-view page .list=${route.list}></lectern-list-view>`;
    case 'search':
      return html`<lectern-search-view
        .query=${route.query}
        .order=${route.order ?? 'relevance'}
      ></lectern-search-view>`;
    case 'import':
      return html`<lectern-import .importId=${route.id}></lectern-import>`;
    case 'links':
      return html`<lectern-links></lectern-links>`;
    case 'save':
      return html`<lectern-save .url=${route.url} .heading=${route.title}></lectern-save>`;
    case 'downloads':
      return html`<lectern-downloads></lectern-downloads>`;
    case 'jobs':
      return html`<lectern-jobs-view></lectern-jobs-view>`;
    case 'settings':
      return html`<lectern-settings></lectern-settings>`;
    case 'about':
      return html`<lectern-about></lectern-about>`;
    case 'missing':
      return html`<lectern-missing .path=${route.path}></lectern-missing>`;
  }
}

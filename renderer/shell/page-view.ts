/** Which view stands for which address. The story stands beside its list and is laid out by the window itself. */
import { html } from 'lit';
import type { Route, StoryRoute } from '../state/route.ts';
import '../views/about/lectern-about.ts';
import '../views/downloads/lectern-downloads.ts';
import '../views/export/lectern-export.ts';
import '../views/home/lectern-home.ts';
import '../views/import/lectern-import.ts';
import '../views/jobs/lectern-jobs-view.ts';
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
      return html`<lectern-list-view page .list=${route.list}></lectern-list-view>`;
    case 'search':
      return html`<lectern-search-view
        .query=${route.query}
        .order=${route.order ?? 'relevance'}
      ></lectern-search-view>`;
    case 'import':
      return html`<lectern-import .importId=${route.id}></lectern-import>`;
    case 'export':
      return html`<lectern-export></lectern-export>`;
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

/** The commands that lead to a page, and back. */
import { navigate } from '../state/navigate.ts';

export const goTo = {
  'go.home': () => navigate('#/'),
  'go.library': () => navigate('#/library'),
  'go.bookmarks': () => navigate('#/bookmarks'),
  'go.feeds': () => navigate('#/feeds'),
  'go.downloads': () => navigate('#/downloads'),
  'go.jobs': () => navigate('#/jobs'),
  'go.storage': () => navigate('#/storage'),
  'go.settings': () => navigate('#/settings'),
  'go.back': () => window.history.back(),
  'go.forward': () => window.history.forward(),
  'library.import': () => navigate('#/import'),
  'go.links': () => navigate('#/links'),
  'search.open': () => navigate('#/search'),
  'find.here': () => navigate('#/search'),
};

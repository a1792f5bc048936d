/** Links that are fetched, over the contract. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Links } from '../links/links.ts';

type LinkHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `links.${string}` | `network.${string}`>>;

export function createLinkHandlers(links: Links): LinkHandlers {
  return {
    'links.save': ({ url, title = '', tags = [], shelf = [], fetch = true, allowPrivate = false }) =>
      links.save({ url, title, tags, shelf, fetch, allowPrivate }),
    'links.status': () => links.status(),
    'links.list': ({ states = [], limit = 50, offset = 0 }) => links.list(states, limit, offset),
    'links.get': ({ id }) => ({ link: links.get(id) }),
    'links.fetch': ({ ids }) => ({ queued: links.fetchAgain(ids) }),
    'links.fetchMissing': ({ ids = null }) => ({ queued: links.fetchMissing(ids) }),
    'links.completePictures': ({ ids = null }) => ({ queued: links.completePictures(ids) }),
    'links.retry': ({ ids = null }) => ({ queued: links.retry(ids) }),
    'links.cancel': ({ ids = null }) => ({ cancelled: links.cancel(ids) }),
    'network.online': () => {
      links.online();
      return links.status();
    },
  };
}

/** The methods of links that are fetched, a part of the one table in methods.ts. `links.changed` tells how far they are. */
import { z } from 'zod';
import { articleId } from './entities.ts';
import { link, linksStatus, linkStates } from './link-entities.ts';

const nothing = z.strictObject({});
const name = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
const ids = z.array(articleId).min(1).max(50_000);
/** All, if they are left out. */
const someOrAll = z.strictObject({ ids: ids.optional() });
const queued = z.object({ queued: z.number().int().nonnegative() });

export const linkMethods = {
  /**
   * Keeps an address at once, as a link that can be seen, and has its page fetched as soon as there is a network. `there`
   * says that it was saved before; it is fetched again only if it is a link alone.
   */
  'links.save': {
    input: z.strictObject({
      url: z.string().trim().min(1, 'is empty').max(8000, 'is longer than 8,000 characters'),
      title: z.string().trim().max(1000).optional(),
      tags: z.array(name).max(100).optional(),
      /** Names from the outermost shelf to the innermost; empty for none. */
      shelf: z.array(name).max(20).optional(),
      /** False to keep the link alone. */
      fetch: z.boolean().optional(),
      /** Whether this address may lead into a private network. */
      allowPrivate: z.boolean().optional(),
    }),
    output: z.object({ articleId, title: z.string(), there: z.boolean(), isLink: z.boolean(), link: link.nullable() }),
  },
  'links.status': { input: nothing, output: linksStatus },
  /** What is under way first, then what ended last. */
  'links.list': {
    input: z.strictObject({
      states: z.array(z.enum(linkStates)).max(6).optional(),
      limit: z.number().int().min(1).max(200).optional(),
      offset: z.number().int().min(0).max(10_000_000).optional(),
    }),
    output: z.object({ total: z.number().int(), items: z.array(link) }),
  },
  /** Of an article; null if it was never to be fetched. */
  'links.get': { input: z.strictObject({ id: articleId }), output: z.object({ link: link.nullable() }) },
  /** Fetches pages, again if they are there; what stood there is kept as a version if the text has changed. */
  'links.fetch': { input: z.strictObject({ ids }), output: queued },
  /** Fetches the pages of links alone, politely: robots.txt is heeded, and there are pauses. */
  'links.fetchMissing': { input: someOrAll, output: queued },
  /** Fetches the pictures that articles lack. */
  'links.completePictures': { input: someOrAll, output: queued },
  /** Has what waits tried now, and what failed or was refused tried again. */
  'links.retry': { input: someOrAll, output: queued },
  /** Takes what is not yet being fetched out of the queue. The articles stay. */
  'links.cancel': { input: someOrAll, output: z.object({ cancelled: z.number().int().nonnegative() }) },
  /** The window has heard that there is a network again. */
  'network.online': { input: nothing, output: linksStatus },
} as const;

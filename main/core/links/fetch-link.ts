/**
 * One link from its address to the article: page, then the pictures that its text shows, then all of it saved in one
 * transaction. What has come is kept at once, so that whoever takes the link up again asks only for the rest.
 */
import type { PageReading } from '../importing/page-task.ts';
import type { AssetFiles } from '../library/asset-files.ts';
import type { Library } from '../library/library.ts';
import { usualLimits } from '../network/network-port.ts';
import type { LinkPart, StoredLink } from '../store/link-store.ts';
import { asTextOf, reasonToStay } from './feed-page.ts';
import type { FetchPorts } from './fetch-ports.ts';
import { fetchPictures, type PicturesEnd } from './fetch-pictures.ts';
import { outcomeOf, type Later, type Never } from './outcome.ts';

/** `save` writes what is to be written, within the transaction in which the link is settled. */
export type LinkEnd =
  | { readonly kind: 'kept'; readonly message: string; readonly pictures: PicturesEnd; save(): void }
  /** The article is gone, or lies in the trash. */
  | { readonly kind: 'unwanted' }
  | Never
  | Later;

export async function fetchLink(link: StoredLink, ports: FetchPorts): Promise<LinkEnd> {
  const { links, library } = ports;
  if (!isWanted(link, library)) return { kind: 'unwanted' };
  const page = partOf(links.parts(link.articleId), ports.assets) ?? (await fetchPage(link, ports));
  if ('kind' in page) return page;
  const first = await readPage(link, page, ports);
  if (first === null) return { kind: 'stopped' };
  if (first.kind === 'failed') return { kind: 'failed', message: first.reason };
  const ofFeed = ports.feeds.page(link.articleId);
  if (ofFeed !== null) {
    const article = library.article(link.articleId);
    const message = reasonToStay(library, article, ofFeed.feedWords, first, page.finalUrl);
    if (message !== null) return { kind: 'failed', message };
  }
  const pictures = await fetchPictures(link, page.finalUrl, first.wanted, ports);
  const read = pictures.here === 0 ? first : await readPage(link, page, ports);
  if (read === null) return { kind: 'stopped' };
  if (read.kind === 'failed') return { kind: 'failed', message: read.reason };
  return {
    kind: 'kept',
    message: pictures.message,
    pictures,
    save: () => {
      if (!isWanted(link, library)) return;
      // What the feed gives may have changed in the meantime.
      const given = ports.feeds.page(link.articleId);
      if (given === null) library.savePrepared([read.prepared]);
      else {
        library.saveOffered([asTextOf(library.article(link.articleId), read.prepared)]);
        ports.feeds.putPage(link.articleId, { ...given, isShown: true });
      }
    },
  };
}

function isWanted({ articleId }: StoredLink, library: Library): boolean {
  return library.has(articleId) && library.article(articleId).deletedAt === null;
}

/** The page, if it has come before and its file is still there. */
function partOf(parts: readonly LinkPart[], assets: AssetFiles): LinkPart | null {
  const page = parts.find(({ role }) => role === 'page');
  return page?.asset === undefined || page.asset === null || assets.resolve(page.asset) === null ? null : page;
}

async function fetchPage(link: StoredLink, ports: FetchPorts): Promise<LinkPart | Never | Later> {
  // Where a redirect had led before its target put us off: the way there is not asked for again.
  const from = ports.links.parts(link.articleId).find(({ role }) => role === 'page')?.finalUrl ?? link.url;
  const answer = await ports.network.fetch({
    url: from,
    accept: 'page',
    limits: usualLimits.page,
    allowPrivate: link.allowPrivate && URL.parse(from)?.host === URL.parse(link.url)?.host,
    asRobot: !link.byHand,
    signal: ports.signal,
  });
  const outcome = outcomeOf(answer);
  const part = { url: link.url, role: 'page', message: '' } as const;
  if (outcome.kind !== 'here') {
    if (outcome.kind === 'later' && answer.url !== from)
      ports.links.putPart(link.articleId, { ...part, asset: null, mediaType: '', charset: null, finalUrl: answer.url });
    return outcome;
  }
  const { bytes, mediaType, charset, url } = outcome.answer;
  const asset = ports.assets.put(bytes, mediaType).name;
  const page: LinkPart = { ...part, asset, mediaType, charset, finalUrl: url };
  ports.links.putPart(link.articleId, page);
  return page;
}

async function readPage(link: StoredLink, page: LinkPart, ports: FetchPorts): Promise<PageReading | null> {
  const { assets, links } = ports;
  const pictures = links.parts(link.articleId).flatMap(({ role, asset, url, mediaType }) => {
    const file = role === 'picture' && asset !== null ? assets.resolve(asset) : null;
    return file === null ? [] : [[url, { path: file.path, mediaType }] as const];
  });
  const path = page.asset === null ? undefined : assets.resolve(page.asset)?.path;
  if (path === undefined) throw new Error('a page that was put among the assets is there');
  return ports.reader.read({
    path,
    assetsOf: ports.dataDirectory,
    mediaType: page.mediaType,
    charset: page.charset,
    url: link.url,
    finalUrl: page.finalUrl,
    pictures: new Map(pictures),
    now: ports.now().toISOString(),
  });
}

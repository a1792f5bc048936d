/** The pictures of one page, within limits on each and on all of them. A picture that does not come costs only itself. */
import { readImageSize } from '../text/image-size.ts';
import { usualLimits, type NetworkAnswered } from '../network/network-port.ts';
import type { LinkPart, StoredLink } from '../store/link-store.ts';
import type { FetchPorts } from './fetch-link.ts';
import { outcomeOf, type Later } from './outcome.ts';

export interface PicturesEnd {
  /** Here, whether they came now or before. */
  readonly here: number;
  /** What keeps the rest away that may still come: the network, or their hosts. Null if there is no such rest. */
  readonly later: Later | null;
  /** Of those that will not come; empty for none. */
  readonly message: string;
}

const mostPictures = 200;
const mostBytes = 100 * 1024 * 1024;
const atOnce = 4;

export async function fetchPictures(
  link: StoredLink,
  pageUrl: string,
  wanted: readonly string[],
  ports: FetchPorts,
): Promise<PicturesEnd> {
  const { links, assets } = ports;
  const known = new Map(links.parts(link.articleId).map((part) => [part.url, part]));
  const isHere = (url: string) => {
    const asset = known.get(url)?.asset ?? null;
    return asset !== null && assets.resolve(asset) !== null;
  };
  const isGivenUp = (url: string) => known.get(url)?.asset === null;
  let later: Later | null = null;
  let bytes = 0;
  const queue = wanted.slice(0, mostPictures).filter((url) => !isHere(url) && !isGivenUp(url));

  const keep = (url: string, part: Omit<LinkPart, 'url' | 'role' | 'charset'>): void => {
    const whole: LinkPart = { url, role: 'picture', charset: null, ...part };
    links.putPart(link.articleId, whole);
    known.set(url, whole);
  };
  const giveUp = (url: string, message: string): void => {
    keep(url, { asset: null, mediaType: '', finalUrl: url, message });
  };
  const take = (url: string, answer: NetworkAnswered): void => {
    const mediaType = pictureType(answer);
    if (mediaType === null) {
      giveUp(url, 'It is no picture, whatever it is called.');
      return;
    }
    bytes += answer.bytes.length;
    keep(url, { asset: assets.put(answer.bytes, mediaType).name, mediaType, finalUrl: answer.url, message: '' });
  };
  const work = async (): Promise<void> => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      if (later !== null && later.kind !== 'later') return;
      if (bytes > mostBytes) {
        giveUp(url, 'The page has more pictures than Lectern takes with one article.');
        continue;
      }
      const outcome = outcomeOf(
        await ports.network.fetch({
          url,
          accept: 'picture',
          limits: usualLimits.picture,
          referrer: pageUrl,
          // Leave for the page's host is leave for its pictures there.
          allowPrivate: link.allowPrivate && URL.parse(url)?.host === URL.parse(link.url)?.host,
          signal: ports.signal,
        }),
      );
      switch (outcome.kind) {
        case 'here':
          take(url, outcome.answer);
          break;
        case 'failed':
        case 'refused':
          giveUp(url, outcome.message);
          break;
        default:
          // No network at all weighs more than one host that wants to be asked later.
          later = outcome.kind === 'later' && later !== null ? later : outcome;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const lost = wanted.filter((url) => !isHere(url));
  const reason = lost.map((url) => known.get(url)?.message ?? '').find((said) => said !== '') ?? '';
  return { here: wanted.length - lost.length, later, message: lostText(lost.length, wanted.length, reason) };
}

/** By its first bytes, where they tell. */
function pictureType({ bytes, mediaType }: NetworkAnswered): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = readImageSize(buffer);
  if (size !== null) return size.mediaType;
  const isDrawing =
    mediaType === 'image/svg+xml' || /^\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(buffer.toString('latin1', 0, 200));
  return isDrawing ? 'image/svg+xml' : null;
}

function lostText(lost: number, all: number, reason: string): string {
  if (lost === 0) return '';
  const said = `${lost} of ${all} ${all === 1 ? 'picture' : 'pictures'} could not be had.`;
  return reason === '' ? said : `${said} ${reason}`;
}

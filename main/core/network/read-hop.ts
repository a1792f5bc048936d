/** From what one address answered to an answer of the port, or to where it sends us. */
import { readContentType } from './content-type.ts';
import type { NetworkAnswered } from './network-port.ts';
import type { Hop } from './one-hop.ts';
import { BodyTooLarge, unpackBody } from './read-body.ts';
import { readRetryAfter } from './retry-after.ts';

export interface ReadHop {
  /** Null for an answer; else where to ask next. */
  readonly to: string | null;
  readonly answer: NetworkAnswered;
}

/** Throws what `read-body.ts` throws, and what breaks the stream. */
export async function readHop(hop: Hop, url: URL, limit: number, now: number): Promise<ReadHop> {
  const { status } = hop;
  const location = status >= 300 && status < 400 && status !== 304 ? hop.header('location') : null;
  const contentType = hop.header('content-type');
  return {
    to: location === null ? null : (URL.parse(location, url.href)?.href ?? location),
    answer: {
      kind: 'answered',
      status,
      url: url.href,
      redirects: [],
      headers: {
        etag: hop.header('etag'),
        lastModified: hop.header('last-modified'),
        cacheControl: hop.header('cache-control'),
        contentType,
      },
      retryAfterMs: readRetryAfter(hop.header('retry-after'), now),
      ...readContentType(contentType),
      bytes: await readBytes(hop, limit),
    },
  };
}

async function readBytes(hop: Hop, limit: number): Promise<Uint8Array> {
  const { status } = hop;
  if (status < 200 || status >= 300 || status === 204) {
    await hop.drop();
    return new Uint8Array();
  }
  if (Number(hop.header('content-length')) > limit) {
    await hop.drop();
    throw new BodyTooLarge();
  }
  return unpackBody(await hop.body(limit), hop.header('content-encoding') ?? '', limit);
}

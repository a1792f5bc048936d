/** Reads the body of an answer and unpacks it, within one limit on what comes in and on what comes out. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';

export class BodyTooLarge extends Error {}
export class BadEncoding extends Error {}

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const inflateEither: Unpack = (bytes, options) =>
  // Servers send both kinds by this name, most of them the one with a header.
  ((bytes[0] ?? 0) & 0x0f) === 8 ? promisify(inflate)(bytes, options) : promisify(inflateRaw)(bytes, options);

const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
  deflate: inflateEither,
};

/** What `unpackBody` takes, as the header `Accept-Encoding` says it. */
export const acceptedEncodings = 'gzip, deflate, br, zstd';

/** Throws `BodyTooLarge`, and whatever breaks the stream. */
export async function readBody(body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > limit) throw new BodyTooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Throws `BodyTooLarge` and `BadEncoding`. */
export async function unpackBody(packed: Buffer, encoding: string, limit: number): Promise<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  let bytes = packed;
  for (const name of names.toReversed()) {
    const unpack = Object.hasOwn(unpackers, name) ? unpackers[name] : undefined;
    if (unpack === undefined)
      throw new BadEncoding(`It is packed as “${name.slice(0, 40)}”, which Lectern cannot unpack.`);
    if (bytes.length === 0) return bytes;
    bytes = await unpackOne(unpack, bytes, limit);
  }
  return bytes;
}

async function unpackOne(unpack: Unpack, bytes: Buffer, limit: number): Promise<Buffer> {
  try {
    return await unpack(bytes, { maxOutputLength: limit });
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause;
    if (cause.code === 'ERR_BUFFER_TOO_LARGE') throw new BodyTooLarge();
    throw new BadEncoding('What came cannot be unpacked: it is damaged, or it broke off.', { cause });
  }
}

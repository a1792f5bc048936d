/** The bytes of a picture: what they are by their own first bytes, whatever the file called them. */
import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { readImageSize } from '../../text/image-size.ts';
import { drawingFromText } from './drawings.ts';

export interface PictureAsset {
  /** As the article's tree names it: 32 hexadecimal digits of SHA-256, and an ending. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface ReadPicture {
  readonly asset: PictureAsset | null;
  readonly drawing: Element | null;
}

const endings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
} as const;

/** `dot` is a picture of a pixel or two, which counts readers or keeps a place. Null for what no reader can show. */
export function readPicture(
  held: { readonly mediaType: string; readonly bytes: Uint8Array },
  scope: string,
  alt: string,
): ReadPicture | 'dot' | null {
  const bytes = Buffer.from(held.bytes.buffer, held.bytes.byteOffset, held.bytes.byteLength);
  const size = readImageSize(bytes);
  if (size !== null) {
    if (size.width <= 2 && size.height <= 2) return 'dot';
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${endings[size.mediaType]}`;
    return { asset: { name, ...size, bytes: held.bytes }, drawing: null };
  }
  const isDrawing = held.mediaType.includes('svg') || /<svg[\s>]/i.test(bytes.toString('latin1', 0, 2000));
  if (!isDrawing) return null;
  const drawing = drawingFromText(bytes.toString('utf8'), scope, alt);
  if (drawing === null) return null;
  return drawing === 'empty' ? 'dot' : { asset: null, drawing };
}

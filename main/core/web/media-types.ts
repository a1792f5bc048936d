/** Media types of what the window is built of, by ending. */
import { extname } from 'node:path';

const byEnding: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export function mediaTypeOf(path: string): string {
  return byEnding[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** Pictures that a browser draws and cannot run: everything else of a collection is offered as a file to save. */
export function isRasterImage(mediaType: string): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif)$/i.test(mediaType);
}

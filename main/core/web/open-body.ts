/** The bytes of an answer, as a stream that the shell sends and destroys when nobody listens any more. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { WebResponse } from './respond.ts';

export function openBody(body: WebResponse['body']): Readable | null {
  if (body === null) return null;
  if (typeof body === 'string') return Readable.from([Buffer.from(body, 'utf8')]);
  return createReadStream(body.path, { start: body.start, end: body.end });
}

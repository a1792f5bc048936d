/** Reads the JSON of a call, and no more of it than is allowed. */
import type { IncomingMessage } from 'node:http';
import { refuse, type Refusal } from './refusal.ts';

const limit = 1024 * 1024;
/** What is read and thrown away of a body that is too long, so that its sender hears why. */
const patience = 16 * limit;

export async function readJson(request: IncomingMessage): Promise<{ readonly input: unknown } | Refusal> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
    return refuse(415, 'Calls are sent as application/json.', 'invalid-input');
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    // no encoding was set, so the chunks are bytes
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
    else if (bytes > patience) break;
  }
  if (bytes > limit) return refuse(413, 'This call is longer than the 1 MB that Lectern takes.', 'invalid-input');
  try {
    const input: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return { input };
  } catch {
    return refuse(400, 'This call is not JSON.', 'invalid-input');
  }
}

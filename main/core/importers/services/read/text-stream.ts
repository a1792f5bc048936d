/** A stream of bytes as text, piece by piece, in the encoding that its beginning shows. */
import { TextDecoder } from 'node:util';
import { decodeText } from '../../decode/decode-text.ts';

const looked = 65_536;
/** So many letters beyond ASCII must be there before a file is taken for one of an old code page. */
const fewForeign = 4;

/** What has no meaning in the encoding stands as U+FFFD. Without a byte order mark. */
export async function* textOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let held: Uint8Array[] = [];
  let length = 0;
  const begin = (): { decoder: TextDecoder; text: string } => {
    const bytes = Buffer.concat(held);
    const chosen = new TextDecoder(encodingOf(bytes.subarray(0, looked)));
    held = [];
    return { decoder: chosen, text: chosen.decode(bytes, { stream: true }) };
  };
  for await (const chunk of stream) {
    if (decoder !== null) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    held.push(chunk);
    length += chunk.length;
    if (length < looked) continue;
    const begun = begin();
    decoder = begun.decoder;
    yield begun.text;
  }
  if (decoder !== null) yield decoder.decode();
  else {
    const begun = begin();
    yield begun.text + begun.decoder.decode();
  }
}

/** Services write UTF-8; what a table program saved again may be in something else. */
function encodingOf(head: Uint8Array): string {
  const { encoding, evidence } = decodeText(head);
  if (encoding.startsWith('utf-16') || (evidence === 'declaration' && !encoding.startsWith('utf-32'))) return encoding;
  const foreign = head.reduce((sum, byte) => (byte >= 0x80 ? sum + 1 : sum), 0);
  return foreign < fewForeign || encoding.startsWith('utf-32') ? 'utf-8' : encoding;
}

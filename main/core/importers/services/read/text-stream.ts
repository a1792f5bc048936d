/** A stream of bytes as text, piece by piece, in the encoding that its beginning shows. */
import { TextDecoder } from 'node:util';
import { decodeText } from '../../decode/decode-text.ts';

const looked = 65_536;
/** So many letters beyond ASCII must be there before a file is taken for one of an old code page. */
const fewForeign = 4;

/**
 * What has no meaning in the encoding stands as U+FFFD. Without a byte order mark. Only markup can say of itself what it is
 * in: in a table or a list such words are somebody's text.
 */
export async function* textOf(
  stream: AsyncIterable<Uint8Array>,
  { isMarkup = false }: { readonly isMarkup?: boolean } = {},
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let held: Uint8Array[] = [];
  let length = 0;
  const begin = (): { decoder: TextDecoder; text: string } => {
    const bytes = Buffer.concat(held);
    const chosen = new TextDecoder(encodingOf(bytes.subarray(0, looked), isMarkup));
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
function encodingOf(head: Uint8Array, isMarkup: boolean): string {
  const { encoding, evidence } = decodeText(head);
  if (encoding.startsWith('utf-16')) return encoding;
  const isDeclared = evidence === 'declaration';
  if (isMarkup && isDeclared && !encoding.startsWith('utf-32')) return encoding;
  // One bad byte among good letters is one bad letter, and no other encoding for all of them.
  if (isMostlyUtf8(head)) return 'utf-8';
  const foreign = head.reduce((sum, byte) => (byte >= 0x80 ? sum + 1 : sum), 0);
  if (foreign < fewForeign || encoding.startsWith('utf-32')) return 'utf-8';
  return isDeclared ? 'windows-1252' : encoding;
}

/** Whether more of what is beyond ASCII are whole letters of UTF-8 than are not. */
function isMostlyUtf8(head: Uint8Array): boolean {
  let sound = 0;
  let unsound = 0;
  for (let at = 0; at < head.length; at += 1) {
    const lead = head[at] ?? 0;
    if (lead < 0x80) continue;
    const more =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    const follows = head.subarray(at + 1, at + 1 + more);
    if (more > 0 && follows.length === more && follows.every((byte) => (byte & 0xc0) === 0x80)) {
      sound += 1;
      at += more;
    } else unsound += 1;
  }
  return sound > unsound;
}

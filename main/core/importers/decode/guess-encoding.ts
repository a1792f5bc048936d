/** What bytes look like, by chardet, and checked: a guess that leaves bytes without meaning is none. */
import { analyse } from 'chardet';
import { knownEncoding } from './known-encoding.ts';

const sampled = 200_000;

/** Null if nothing fits. */
export function guessEncoding(bytes: Uint8Array): string | null {
  const sample = withoutMarkup(bytes.subarray(0, sampled));
  for (const { name, confidence } of analyse(sample)) {
    if (confidence < 10 || /^(?:UTF-|ASCII|ISO_2022|ISO-2022|mbcs|sbcs)/.test(name)) continue;
    const encoding = knownEncoding(name);
    if (encoding !== null && isClean(sample, encoding)) return encoding;
  }
  return null;
}

/** Tags, scripts and styles are ASCII in every encoding, and drown what tells them apart. */
function withoutMarkup(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return Buffer.from(
    text.replace(/<(script|style)\b[^]*?<\/\1|<[a-z!/?][^>]*>/gi, ' ').replace(/[ \t\r\n]+/g, ' '),
    'latin1',
  );
}

/** No letters that the encoding lacks, next to no control characters, which only a wrong guess reads. The end may be cut. */
function isClean(sample: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(sample);
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const strange = text.slice(0, -3).match(/[\uFFFD\u0080-\u009F\u0000-\u0008\uE000-\uF8FF]/g)?.length ?? 0;
  return strange <= text.length / 500;
}

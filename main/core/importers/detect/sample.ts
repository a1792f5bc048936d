/** Takes the sample of a file that formats are told by. */
import { decodeText } from '../decode/decode-text.ts';
import type { Sample } from '../format.ts';

const taken = 65_536;

export function takeSample(name: string, bytes: Uint8Array, charset: string | null): Sample {
  const start = bytes.subarray(0, taken);
  const { text, replaced } = decodeText(start, charset);
  // eslint-disable-next-line no-control-regex -- no text has them
  const strange = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  const isText = strange + replaced <= text.length / 50;
  const base = name.replace(/^.*[/\\]/s, '');
  const ending = /\.([a-z0-9]{1,10})$/i.exec(base)?.[1]?.toLowerCase() ?? '';
  return { name: base, ending, bytes, head: isText ? text : '' };
}

/** Whether bytes stand at a place. */
export function hasBytes(bytes: Uint8Array, at: number, ...wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/** ASCII in bytes, within the first `within` of them. */
export function holdsAscii(bytes: Uint8Array, text: string, within = bytes.length): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(within, bytes.byteLength)).includes(text, 0, 'latin1');
}

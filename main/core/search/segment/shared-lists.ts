/**
 * Lists of postings one after the other. A list that came before is not written again: a word that is its own stem, and the
 * only one of its stem, has the same postings in both forms, and most words are such.
 */
import { ByteWriter } from './bytes.ts';

export class SharedLists {
  readonly #bytes = new ByteWriter(1 << 16);
  /** Where lists with one hash begin; they are compared before they are shared. */
  readonly #places = new Map<number, number[]>();

  /** Where the list lies. */
  add(list: Uint8Array): number {
    const hash = hashOf(list);
    const candidates = this.#places.get(hash);
    const written = this.#bytes.view();
    const found = candidates?.find((place) => list.every((byte, at) => written[place + at] === byte));
    if (found !== undefined) return found;
    const place = this.#bytes.length;
    this.#bytes.bytes(list);
    if (candidates === undefined) this.#places.set(hash, [place]);
    else candidates.push(place);
    return place;
  }

  bytes(): Uint8Array {
    return this.#bytes.view().slice();
  }
}

/** FNV-1a over the ends and a sample between: lists are compared whole afterwards. */
function hashOf(list: Uint8Array): number {
  let hash = 0x811c_9dc5 ^ list.length;
  const step = Math.max(1, list.length >> 5);
  for (let at = 0; at < list.length; at += step) hash = Math.imul(hash ^ (list[at] ?? 0), 0x0100_0193);
  return (hash ^ (list.at(-1) ?? 0)) >>> 0;
}

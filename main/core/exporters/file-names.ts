/**
 * Names of files that every system takes and no two of which are the same on any: Windows knows no case, refuses signs and
 * some names, macOS writes accents its own way; Obsidian's links end at brackets and number signs.
 */
import { createHash } from 'node:crypto';

/** Of the stem, in bytes: a file system takes 255, and a number and an ending are added. */
const mostBytes = 120;

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;

/** Without ending. */
function safeStem(title: string, id: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|#^[\]%]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const stem = cut(plain) || cut(id.replace(/[^\w-]+/g, '-')) || 'article';
  return reserved.test(stem) ? `_${stem}` : stem;
}

/** To whole letters, marks and joined emoji included. */
function cut(text: string): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, 400))) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(segment) > mostBytes) break;
    kept += segment;
  }
  return kept.replace(/[\s.]+$/, '');
}

/** One for each folder. */
export function createFileNames(): (title: string, id: string) => string {
  const taken = new Set<string>();
  const take = (name: string): boolean => {
    const folded = name.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase();
    if (taken.has(folded)) return false;
    taken.add(folded);
    return true;
  };
  return (title, id) => {
    const stem = safeStem(title, id);
    // A number alone would count through thousands of articles of one title.
    const digest = createHash('sha256').update(id).digest('hex').slice(0, 8);
    const candidates = [stem, `${stem} (2)`, `${stem} (3)`, `${stem} ${digest}`];
    const free = candidates.find(take);
    if (free !== undefined) return free;
    for (let number = 2; ; number += 1)
      if (take(`${stem} ${digest} (${number})`)) return `${stem} ${digest} (${number})`;
  };
}

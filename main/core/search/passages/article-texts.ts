/** The texts of articles, kept for those looked at last, since a search asks for the same again as one types. */
import type { MatchedBlock } from './passages.ts';
import type { TextMatcher } from './text-matcher.ts';

export interface ArticleText {
  readonly title: string;
  readonly standfirst: string;
  readonly language: string;
  /** Plain text of each leaf block; the index in it is the block number. */
  readonly blocks: readonly string[];
}

/** In UTF-16 units: about 8 MB, as most texts take one byte a unit. */
const kept = 8_000_000;

export interface ArticleTexts {
  of(id: string): ArticleText;
  /** Reads those not known together, which costs a third of reading each by itself. */
  load(ids: readonly string[]): void;
  forget(): void;
}

/** `read` answers in the order of the ids, and is asked once for each article, until it has been forgotten. */
export function createArticleTexts(read: (ids: readonly string[]) => readonly ArticleText[]): ArticleTexts {
  const recent = new Map<string, ArticleText>();
  let size = 0;
  const makeRoom = (): void => {
    for (const [id, text] of recent) {
      if (size <= kept) return;
      recent.delete(id);
      size -= sizeOf(text);
    }
  };
  const readAll = (ids: readonly string[]): readonly ArticleText[] => {
    const texts = read(ids);
    texts.forEach((text, at) => {
      recent.set(ids[at] ?? '', text);
      size += sizeOf(text);
    });
    makeRoom();
    return texts;
  };
  return {
    of: (id) => {
      const found = recent.get(id);
      if (found === undefined) {
        const [text] = readAll([id]);
        if (text === undefined) throw new RangeError(`No text was read for ${id}.`);
        return text;
      }
      recent.delete(id);
      recent.set(id, found);
      return found;
    },
    load: (ids) => {
      const missing = ids.filter((id) => !recent.has(id));
      if (missing.length > 0) readAll(missing);
    },
    forget: () => {
      recent.clear();
      size = 0;
    },
  };
}

function sizeOf({ title, standfirst, blocks }: ArticleText): number {
  return blocks.reduce((sum, block) => sum + block.length, title.length + standfirst.length);
}

/** The blocks with at least one match, in reading order. */
export function matchedBlocks({ blocks, language }: ArticleText, matcher: TextMatcher): MatchedBlock[] {
  return blocks.flatMap((text, block) => {
    const matches = matcher.matches(text, language);
    return matches.length > 0 ? [{ block, text, matches }] : [];
  });
}

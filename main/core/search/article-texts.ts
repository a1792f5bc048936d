/** The texts of articles, cut into tokens: kept for the few articles looked at last, since a search asks for the same again. */
import { analyse, type Token } from './analysis.ts';
import type { Matcher } from './matches.ts';
import type { MatchedBlock } from './passages.ts';

export interface ArticleText {
  readonly blocks: readonly string[];
  readonly language: string;
  /** The blocks with at least one match, in reading order. */
  matched(matcher: Matcher): MatchedBlock[];
}

/** About 2 MB of tokens. */
const kept = 60;

export function createArticleTexts(
  read: (id: string) => { blocks: readonly string[]; language: string },
): (id: string) => ArticleText {
  const recent = new Map<string, ArticleText>();
  return (id) => {
    const text = recent.get(id) ?? createArticleText(read(id));
    recent.delete(id);
    recent.set(id, text);
    const oldest = recent.keys().next();
    if (recent.size > kept && oldest.done === false) recent.delete(oldest.value);
    return text;
  };
}

function createArticleText({ blocks, language }: { blocks: readonly string[]; language: string }): ArticleText {
  const tokens: (readonly Token[] | undefined)[] = [];
  return {
    blocks,
    language,
    matched: (matcher) =>
      blocks.flatMap((text, block) => {
        const matches = matcher((tokens[block] ??= analyse(text)), language);
        return matches.length > 0 ? [{ block, text, matches }] : [];
      }),
  };
}

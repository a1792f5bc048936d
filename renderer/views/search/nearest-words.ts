/** Words of the articles that begin like one that occurs in none: the longest common beginning that leads anywhere. */
import type { Completion } from '../../../main/contract/search-entities.ts';

type Complete = (asked: { query: string; caret: number }) => Promise<{ items: readonly Completion[] }>;

const shortest = 3;
const most = 5;

export async function nearestWords(
  word: string,
  complete: Complete,
): Promise<readonly { readonly text: string; readonly detail: string }[]> {
  const letters = Array.from(word);
  // Halving the rest finds a beginning in a few questions, whatever the length of the word.
  for (let length = letters.length - 1; length >= shortest; length = Math.floor((length + shortest - 1) / 2)) {
    const prefix = letters.slice(0, length).join('');
    const { items } = await complete({ query: prefix, caret: prefix.length });
    const words = items.filter(({ kind }) => kind === 'word');
    if (words.length > 0) return words.slice(0, most).map(({ insert, detail }) => ({ text: insert.trim(), detail }));
  }
  return [];
}

/** The words of all segments: whether they occur and how often, how a word goes on, which are near a misspelt one. */
import { exactTerm } from '../analysis.ts';
import type { Vocabulary } from '../index-set.ts';
import { TermWalk } from '../segment/term-dictionary.ts';
import type { Segment } from '../segment/segment.ts';
import { createTermLookup, type TermLookup } from './term-lookup.ts';
import { nearTerms } from './nearest.ts';

const mark = exactTerm('');

export function createVocabulary(
  segments: readonly Segment[],
  lookUp: TermLookup = createTermLookup(segments),
): Vocabulary {
  return {
    has: (term) => lookUp(term).documents > 0,
    frequency: (term) => lookUp(term).documents,
    completions: (beginning, limit) => {
      const counts = new Map<string, number>();
      for (const segment of segments) {
        for (const { text, documents } of mostFrequent(segment, mark + beginning, limit * 4))
          counts.set(text, (counts.get(text) ?? 0) + documents);
      }
      return [...counts]
        .filter(([text]) => text !== mark + beginning)
        .map(([text, documents]) => ({ form: text.slice(mark.length), documents }))
        .sort((a, b) => b.documents - a.documents || (a.form < b.form ? -1 : 1))
        .slice(0, limit);
    },
    nearest: (word, limit) => {
      const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      for (const letter of firstLetters(word)) {
        for (let distance = 1; distance <= most; distance += 1) {
          const found = near(segments, word, letter, distance);
          if (found.length > 0) return found.slice(0, limit);
        }
      }
      return [];
    },
  };
}

/** A slip of the first letter is rare but for one: the first two swapped. */
function firstLetters(word: string): string[] {
  const [first = '', second = ''] = word;
  return [...new Set([first, second])].filter((letter) => letter !== '');
}

type Near = ReturnType<Vocabulary['nearest']>[number];

function near(segments: readonly Segment[], word: string, letter: string, limit: number): Near[] {
  const encoder = new TextEncoder();
  const sought = encoder.encode(word);
  const found = new Map<string, Near>();
  for (const { terms, head } of segments) {
    const options = { sought, fixed: mark.length, limit };
    for (const { number, text, distance } of nearTerms(terms, terms.range(mark + letter), options)) {
      const form = text.slice(mark.length);
      const documents = (found.get(form)?.documents ?? 0) + head(number).documents;
      found.set(form, { form, distance, documents });
    }
  }
  return [...found.values()].sort(
    (a, b) => a.distance - b.distance || b.documents - a.documents || (a.form < b.form ? -1 : 1),
  );
}

/** The terms of one segment that begin so, the most frequent ones, in no order. */
function mostFrequent(
  { terms, head }: Segment,
  prefix: string,
  limit: number,
): { readonly text: string; readonly documents: number }[] {
  const [from, to] = terms.range(prefix);
  const best: { number: number; documents: number }[] = [];
  let least = 0;
  for (let number = from; number < to; number += 1) {
    const { documents } = head(number);
    if (best.length >= limit && documents <= least) continue;
    best.push({ number, documents });
    if (best.length >= limit * 2) {
      best.sort((a, b) => b.documents - a.documents).splice(limit);
      least = best.at(-1)?.documents ?? 0;
    }
  }
  best.sort((a, b) => b.documents - a.documents).splice(limit);
  return best.map(({ number, documents }) => ({ text: new TermWalk(terms, number).text(), documents }));
}

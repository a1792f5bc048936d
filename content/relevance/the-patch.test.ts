import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Line {
  readonly query: string;
  readonly kind: string;
  readonly relevant: Record<string, number>;
}

const lines = readFileSync(join(import.meta.dirname, 'the-patch.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

const stories = join(import.meta.dirname, '..', 'the-patch', 'stories');
const headlines = new Map(
  readdirSync(stories).map((file) => {
    const text = readFileSync(join(stories, file), 'utf8');
    return [/^id: (.+)$/m.exec(text)?.[1] ?? '', /^title: (.+)$/m.exec(text)?.[1] ?? ''] as const;
  }),
);

describe('the judged queries for The Patch', () => {
  it('judges stories that are there, by grades from 1 to 3, with one at least that is the answer or a good part of it', () => {
    const kinds = ['item', 'word', 'phrase', 'technical', 'question', 'topic', 'misspelt'];
    const wrong = lines.filter(({ kind, relevant }) => {
      const grades = Object.entries(relevant);
      const sound = grades.every(([id, grade]) => headlines.has(id) && [1, 2, 3].includes(grade));
      return !sound || !kinds.includes(kind) || !grades.some(([, grade]) => grade >= 2);
    });
    expect(wrong).toEqual([]);
  });

  it('asks no query twice and copies none from a headline', () => {
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    const told = [...headlines.values()].map(plain);
    const copied = lines.filter(({ query, kind }) => {
      const asked = plain(query);
      return kind !== 'topic' && asked.split(' ').length > 2 && told.some((title) => title.includes(asked));
    });
    expect({ copied, queries: new Set(lines.map(({ query }) => query)).size }).toEqual({
      copied: [],
      queries: lines.length,
    });
  });

  it('seeks every story at least once, and has about one misspelt query in ten', () => {
    const sought = new Set(lines.flatMap(({ relevant }) => Object.keys(relevant).filter((id) => relevant[id] === 3)));
    const misspelt = lines.filter(({ kind }) => kind === 'misspelt').length / lines.length;
    expect([...headlines.keys()].filter((id) => !sought.has(id))).toEqual([]);
    expect(Math.round(misspelt * 10)).toBe(1);
  });
});

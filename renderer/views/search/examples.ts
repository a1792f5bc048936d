/** Queries to begin with, made of the collection at hand: what its stories are about, who wrote them. Pure. */
import type { ArticleSummary, Publication } from '../../../main/contract/entities.ts';

export interface Example {
  readonly query: string;
  /** What it asks for, in words. */
  readonly meaning: string;
}

/** Candidates only: whoever shows them asks first whether they find anything. */
export function exampleQueries(
  { tags, sections }: Pick<Publication, 'tags' | 'sections'>,
  stories: readonly ArticleSummary[],
): readonly Example[] {
  // The most frequent tag is in nearly every story and shows nothing.
  const frequent = [...tags].sort((a, b) => b.count - a.count).map((tag) => tag.name);
  const [first, second] = frequent.length > 2 ? frequent.slice(1) : frequent;
  const author = stories.find((story) => story.author !== null)?.author?.name;
  const phrase = stories.map((story) => phraseOf(story.title)).find((words) => words !== null);
  const word = stories.map((story) => longestWord(story.title)).find((found) => found !== null);
  const section = sections[0]?.name.toLowerCase();
  return [
    example(first, (tag) => tag, 'one word, in any of its forms'),
    example(phrase, (words) => `"${words}"`, 'these words, in this order'),
    example(second === undefined ? undefined : first, (tag) => `${tag} -${second ?? ''}`, 'one word without another'),
    example(word, (found) => `title:${found}`, 'in the headline'),
    example(author, (name) => `author:"${name}"`, 'by one author'),
    example(section, (name) => `section:${name.includes(' ') ? `"${name}"` : name}`, 'in one section'),
    example(second ?? first, (tag) => `tag:${tag}`, 'with a tag'),
  ].filter((found) => found !== null);
}

function example(value: string | null | undefined, query: (value: string) => string, meaning: string): Example | null {
  return value === null || value === undefined ? null : { query: query(value), meaning };
}

/** Two or three words of a headline that stand together, from the first long one on. */
function phraseOf(title: string): string | null {
  const words = title.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const start = words.findIndex((word) => word.length > 3);
  const phrase = words.slice(start, start + 3);
  return start === -1 || phrase.length < 2 || phrase.some((word) => /[’'-]/.test(word)) ? null : phrase.join(' ');
}

function longestWord(title: string): string | null {
  const words = title.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return words.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** Says back how a query was read: for people one sentence, for the page the words to mark and to offer for repair. */
import type { UnderstoodQuery } from '../../contract/search-entities.ts';
import type { Clause, SearchField } from './query.ts';
import type { Wanted } from './wanted.ts';

export interface Reading {
  readonly wanted: Wanted;
  /** Occurs in no article, so it takes no part. */
  readonly isUnknown: boolean;
}

export function understand(readings: readonly Reading[], excluded: readonly Clause[]): UnderstoodQuery {
  const clauses = readings.map(({ wanted }) => wanted.clause);
  return {
    text: sentence(readings, excluded),
    words: clauses.filter((clause) => !clause.isPhrase).map((clause) => clause.text),
    phrases: clauses.filter((clause) => clause.isPhrase).map((clause) => clause.text),
    excluded: excluded.map((clause) => clause.text),
    unknown: readings.filter((reading) => reading.isUnknown).map(({ wanted }) => wanted.clause.text),
    dropped: [],
    corrections: [],
    problems: [],
    parts: [],
  };
}

function sentence(readings: readonly Reading[], excluded: readonly Clause[]): string {
  if (readings.length + excluded.length === 0) return 'Nothing to search for';
  const taking = readings.filter((reading) => !reading.isUnknown);
  const plain = taking.filter(({ wanted }) => wanted.clause.field === null).map(({ wanted }) => shown(wanted.clause));
  const inFields = taking.flatMap(({ wanted: { clause } }) =>
    clause.field === null ? [] : [fieldWords[clause.field](shown(clause))],
  );
  const parts = [
    plain.length > 0 ? `with ${list(plain, 'and')}` : '',
    ...inFields,
    excluded.length > 0 ? `without ${list(excluded.map(excludedWords), 'or')}` : '',
  ].filter((part) => part !== '');
  const stories = parts.length > 0 ? `Stories ${parts.join(', ')}` : '';
  return [stories, ...corrections(taking), ...unknown(readings)].filter((part) => part !== '').join('; ');
}

const fieldWords: Readonly<Record<SearchField, (text: string) => string>> = {
  title: (text) => `with ${text} in the title`,
  author: (text) => `by ${text}`,
  section: (text) => `in the section ${text}`,
  tag: (text) => `tagged ${text}`,
};

function excludedWords(clause: Clause): string {
  return clause.field === null ? shown(clause) : `${shown(clause)} as ${clause.field}`;
}

function shown({ text, isPhrase }: Clause): string {
  return isPhrase ? `“${text}”` : text;
}

function corrections(taking: readonly Reading[]): string[] {
  return taking
    .filter(({ wanted }) => wanted.correctedTo.length > 0)
    .map(({ wanted }) => `“${wanted.clause.text}” read as ${list(wanted.correctedTo.slice(0, 3), 'or')}`);
}

function unknown(readings: readonly Reading[]): string[] {
  const words = readings.filter((reading) => reading.isUnknown).map(({ wanted }) => `“${wanted.clause.text}”`);
  return words.length > 0 ? [`${words.length === readings.length ? 'No' : 'no'} story has ${list(words, 'or')}`] : [];
}

function list(items: readonly string[], link: 'and' | 'or'): string {
  return new Intl.ListFormat('en-GB', { type: link === 'and' ? 'conjunction' : 'disjunction' }).format(items);
}

/**
 * The query language, from what was typed to clauses. Never throws: what is no syntax is text.
 *
 *     red worm        words, all wanted      "code red"      the words in this order
 *     -green          without                title:red author:desk section:worms tag:iis      in this field
 */
export const searchFields = ['title', 'author', 'section', 'tag'] as const;
export type SearchField = (typeof searchFields)[number];

export interface Clause {
  readonly text: string;
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
  readonly field: SearchField | null;
  /** Still being typed: it ends where the query ends. */
  readonly isOpen: boolean;
}

/** Quotation marks as keyboards, phones and word processors make them. */
const quotes = '"“”„«»';

const clausePattern = new RegExp(
  [
    String.raw`(?<sign>(?<![^\s])[-−]+)?`,
    `(?:(?<field>${searchFields.join('|')}):(?=\\S))?`,
    `(?:[${quotes}](?<phrase>[^${quotes}]*)(?<close>[${quotes}]?)|(?<word>[^\\s${quotes}]+))`,
  ].join(''),
  'giu',
);

/** What is said twice counts once. */
export function parseQuery(query: string): Clause[] {
  const clauses: Clause[] = [];
  const seen = new Set<string>();
  for (const match of query.matchAll(clausePattern)) {
    const { sign, field, phrase, close, word } = match.groups ?? {};
    const text = (phrase ?? word ?? '').trim();
    const isPhrase = phrase !== undefined;
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const key = [sign === undefined ? '' : '-', field ?? '', isPhrase ? '"' : '', text].join('\0').toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    const endsHere = match.index + match[0].length === query.length;
    clauses.push({
      text,
      isPhrase,
      isExcluded: sign !== undefined,
      field: searchFields.find((name) => name === field?.toLowerCase()) ?? null,
      isOpen: endsHere && (isPhrase ? close === '' : true),
    });
  }
  return clauses;
}

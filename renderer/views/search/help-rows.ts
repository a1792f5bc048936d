/** The language of queries, by examples in words of the collection at hand. Pure. */
import type { Publication } from '../../../main/contract/entities.ts';

export interface HelpRow {
  /** What may be run as it stands. */
  readonly query: string;
  readonly meaning: string;
}

export interface HelpGroup {
  readonly title: string;
  readonly rows: readonly HelpRow[];
}

export function helpGroups(publication: Pick<Publication, 'tags' | 'sections'> | null): readonly HelpGroup[] {
  const [first = 'clock', second = 'time'] = (publication?.tags ?? [])
    .toSorted((a, b) => b.count - a.count)
    .map(({ name }) => name.toLowerCase());
  const section = quoted(publication?.sections[0]?.name.toLowerCase() ?? 'news');
  return [
    {
      title: 'Words',
      rows: [
        { query: `${first} ${second}`, meaning: 'both words if any article has both, best first' },
        { query: `"${first} ${second}"`, meaning: 'exactly these words, in this order' },
        { query: `${first} -${second}`, meaning: 'one word without the other' },
        { query: `${first} or ${second}`, meaning: 'either of them' },
        { query: `${first.slice(0, 4)}*`, meaning: 'every word that begins so' },
      ],
    },
    {
      title: 'In one field',
      rows: [
        { query: `title:${quoted(first)}`, meaning: 'in the headline' },
        { query: 'author:desk', meaning: 'by whom it is' },
        { query: `section:${section}`, meaning: 'in a section' },
        { query: `tag:${quoted(first)}`, meaning: 'with a tag' },
        { query: 'site:example.org', meaning: 'from a site, for saved articles' },
        { query: 'lang:en', meaning: 'in a language' },
      ],
    },
    {
      title: 'Filters',
      rows: [
        { query: `${first} is:unread`, meaning: 'also read, started, recommended, bookmarked' },
        { query: `${first} in:library`, meaning: 'also collection, bookmarks, highlights, archive, trash' },
        { query: `${first} has:image`, meaning: 'also highlight, note' },
        { query: `${first} after:2020 before:2027-03`, meaning: 'by date: a year, a month or a day' },
        { query: `${first} minutes:<10`, meaning: 'by reading time; words:>2000 by length' },
      ],
    },
  ];
}

function quoted(value: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(value) ? value : `"${value}"`;
}

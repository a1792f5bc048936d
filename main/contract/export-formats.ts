/**
 * What each format can carry out of the library: the one table that the window, the command line and the README show, and
 * by which the test of the round trip measures. `both` comes back when the file is imported into an empty library, `out`
 * stands in the file for others and is not read back, what is not named is left behind.
 */

/** What the library knows of an article, in the order in which it is listed. */
export const exportFields = {
  text: 'the text',
  structure: 'headings, lists, quotations, tables and code',
  pictures: 'pictures',
  links: 'links without a text',
  id: 'the identity, so that a file that comes again changes nothing',
  title: 'titles',
  standfirst: 'standfirsts',
  author: 'authors',
  site: 'names of sites',
  url: 'addresses',
  published: 'dates of publication',
  savedAt: 'dates of saving',
  language: 'languages',
  tags: 'tags',
  shelves: 'shelves',
  state: 'inbox or archive',
  favourite: 'favourites',
  progress: 'how far you have read',
  note: 'your notes on articles',
  highlights: 'highlights with their notes',
  highlightDetails: 'colours, tags and dates of highlights',
  marks: 'bookmarks and answers',
  trash: 'the trash',
  storyMarks: 'your marks on stories of the collection',
  originals: 'kept originals',
  versions: 'earlier versions of a text',
} as const;
export type ExportField = keyof typeof exportFields;

export const exportFormats = [
  'all',
  'markdown',
  'html',
  'epub',
  'jsonl',
  'bookmarks',
  'readwise',
  'annotations',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportFormatFacts {
  readonly name: string;
  /** One line for whoever chooses. */
  readonly line: string;
  readonly ending: 'zip' | 'epub' | 'jsonl' | 'html' | 'csv' | 'jsonld';
  readonly mediaType: string;
  readonly carries: Carried;
  /** What is carried with a limit, in a sentence each. */
  readonly limits: readonly string[];
}

type Carried = Readonly<Partial<Record<ExportField, 'both' | 'out'>>>;

const facts: Carried = {
  ...{ title: 'both', standfirst: 'both', author: 'both', site: 'both', url: 'both', published: 'both' },
  ...{ savedAt: 'both', language: 'both', tags: 'both', shelves: 'both', state: 'both', favourite: 'both' },
  ...{ progress: 'both', note: 'both', highlights: 'both', highlightDetails: 'both', id: 'both' },
};
const texts: Carried = { text: 'both', structure: 'both', links: 'both' };

export const exportFacts: Readonly<Record<ExportFormat, ExportFormatFacts>> = {
  all: {
    name: 'Everything',
    line: 'One archive with every article, picture and mark. Lectern reads it back whole.',
    ending: 'zip',
    mediaType: 'application/zip',
    carries: {
      ...texts,
      ...facts,
      pictures: 'both',
      marks: 'both',
      trash: 'both',
      storyMarks: 'both',
      originals: 'out',
    },
    limits: [],
  },
  markdown: {
    name: 'Markdown',
    line: 'A note for each article with its pictures, for Obsidian and any text editor.',
    ending: 'zip',
    mediaType: 'application/zip',
    carries: { ...texts, ...facts, pictures: 'both' },
    limits: [
      'Formulas, drawings and tables with joined cells or without headings stand as HTML; captions become paragraphs.',
      'Tags stand without spaces, as Obsidian wants them; what they are really called stands beside.',
    ],
  },
  html: {
    name: 'Web pages',
    line: 'A page for each article with its pictures inside, and a page that lists them. Any browser opens it.',
    ending: 'zip',
    mediaType: 'application/zip',
    carries: { ...texts, ...facts, pictures: 'both' },
    limits: [],
  },
  epub: {
    name: 'Book (EPUB)',
    line: 'One book with a chapter for each article, for e-readers.',
    ending: 'epub',
    mediaType: 'application/epub+zip',
    carries: { ...texts, ...facts, pictures: 'both' },
    limits: [
      'Pictures that e-readers need not know (AVIF) are left out, with their words in their place.',
      'Control characters go, which XML has no place for. A book of more than 20,000 files is not read back.',
    ],
  },
  jsonl: {
    name: 'JSON Lines',
    line: 'One line of JSON for each article, for programs.',
    ending: 'jsonl',
    mediaType: 'application/jsonl',
    carries: { ...texts, ...facts, marks: 'both' },
    limits: ['Pictures keep their place and their words; their bytes stand in “Everything”.'],
  },
  bookmarks: {
    name: 'Bookmarks',
    line: 'Addresses in folders with tags, for every browser and bookmark service.',
    ending: 'html',
    mediaType: 'text/html',
    carries: {
      ...{ links: 'both', url: 'both', title: 'both', savedAt: 'both', tags: 'both', shelves: 'both' },
      ...{ note: 'both', favourite: 'both' },
    },
    limits: [
      'Articles without an address are left out.',
      'Dates are to the second, tags lose commas, and an article on several shelves stands on each.',
    ],
  },
  readwise: {
    name: 'Readwise highlights',
    line: 'A table of your highlights as Readwise takes them in.',
    ending: 'csv',
    mediaType: 'text/csv',
    carries: { title: 'both', author: 'both', url: 'both', highlights: 'both' },
    limits: ['Articles without a highlight are left out, and notes that stand by themselves too.'],
  },
  annotations: {
    name: 'Web annotations',
    line: 'Your highlights and notes as the W3C wants them (JSON-LD), for annotation tools.',
    ending: 'jsonld',
    mediaType: 'application/ld+json',
    carries: { title: 'out', url: 'out', highlights: 'out', highlightDetails: 'out', note: 'out' },
    limits: ['Articles without a highlight and without a note are left out.'],
  },
};

/** What stays behind and what others alone will see, in words, for whoever is about to export. */
export function notCarried(format: ExportFormat): {
  readonly left: readonly string[];
  readonly oneWay: readonly string[];
} {
  const { carries } = exportFacts[format];
  const fields = Object.entries(exportFields) as [ExportField, string][]; // the keys of the literal above
  return {
    left: fields.filter(([field]) => carries[field] === undefined).map(([, words]) => words),
    oneWay: fields.filter(([field]) => carries[field] === 'out').map(([, words]) => words),
  };
}

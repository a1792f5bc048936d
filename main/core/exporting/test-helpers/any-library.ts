/** Libraries of any kind, as they come out of imports: titles, tags and words that trip up writers and readers of files. */
import fc from 'fast-check';
import type { ImportedArticle, ImportedHighlight } from '../../importers/import-record.ts';
import { makePng } from '../../importers/test-helpers/small-png.ts';

const nasty = [
  ...[
    'no',
    'yes',
    'null',
    '~',
    '2026-01-01',
    '- x',
    '? x',
    '# x',
    'a: b',
    '"quoted"',
    "it's",
    '{a}',
    '[x]',
    '[[Link]]',
  ],
  ...[
    '==mark==',
    '%%hidden%%',
    '$5 to $6',
    '$x$',
    '<b>bold</b>',
    '&amp;',
    '---',
    '***',
    '1. one',
    '#tag',
    '|a|b|',
    '`c`',
  ],
  ...[
    'café',
    'مرحبا بالعالم',
    'שלום',
    '漢字かな',
    '👩‍👩‍👧',
    '🇩🇪',
    'CON',
    'a/b\\c',
    '..',
    'x'.repeat(300),
    '=1+1',
    'é',
    'Ünï',
  ],
];

const word = fc.oneof(
  fc.constantFrom(...nasty),
  fc.stringMatching(/^[a-zäß]{1,9}$/),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/[\p{C}\p{Z}]/u.test(text)),
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
const time = fc
  .integer({ min: 946_684_800, max: 1_795_000_000 })
  .map((seconds) => new Date(seconds * 1000 + 123).toISOString());

const name = fc.oneof(
  fc.constantFrom(
    'machine learning',
    'a, b',
    'no',
    '123',
    'C#',
    'a/b',
    '日本',
    'news',
    'x\\y',
    '#hash',
    "d'été",
    '"q"',
  ),
  fc.stringMatching(/^[a-z]{1,8}$/),
);

const highlight: fc.Arbitrary<ImportedHighlight> = fc.record({
  quote: fc.oneof(fc.constant(''), lines),
  note: fc.oneof(fc.constant(''), lines),
  createdAt: fc.option(time),
  colour: fc.option(fc.constantFrom('yellow', 'red')),
  tags: fc.uniqueArray(name, { maxLength: 2 }),
});

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const phrase = fc.oneof(
  line.map(escape),
  line.map((text) => `<em>${escape(text)}</em>`),
  line.map((text) => `<strong>${escape(text)}</strong>`),
  line.map((text) => `<code>${escape(text)}</code>`),
  line.map((text) => `<a href="https://example.org/a?b=1&amp;c=(2)">${escape(text)}</a>`),
  line.map((text) => `x<sup>${escape(text)}</sup>`),
);
const phrases = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));

/** A picture of one colour: as many as there are numbers. */
const picture = fc.integer({ min: 1, max: 5 }).map((size) => {
  const data = Buffer.from(makePng(size * 8 + 40, 40)).toString('base64');
  return `<figure><img src="data:image/png;base64,${data}" alt="A picture"></figure>`;
});

const block = fc.oneof(
  { weight: 4, arbitrary: phrases.map((html) => `<p>${html}</p>`) },
  line.map((text) => `<h2>${escape(text)}</h2>`),
  line.map((text) => `<h3>${escape(text)}</h3>`),
  fc
    .array(phrases, { minLength: 1, maxLength: 3 })
    .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
  fc
    .array(phrases, { minLength: 1, maxLength: 3 })
    .map((items) => `<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`),
  phrases.map((html) => `<blockquote><p>${html}</p></blockquote>`),
  lines.map((text) => `<pre><code>${escape(text)}</code></pre>`),
  fc
    .tuple(line, line)
    .map(
      ([a, b]) =>
        `<table><thead><tr><th>${escape(a)}</th><th>n</th></tr></thead><tbody><tr><td>${escape(b)}</td><td>2</td></tr></tbody></table>`,
    ),
  fc.constant('<p>E = <math><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math></p>'),
  picture,
);

const fields = {
  title: fc.oneof(fc.constant(''), line),
  standfirst: fc.oneof(fc.constant(''), line),
  author: fc.oneof(fc.constant(''), line),
  site: fc.oneof(fc.constant(''), fc.stringMatching(/^[A-Z][a-z]{2,9}$/)),
  published: fc.option(time),
  savedAt: time,
  language: fc.constantFrom('en', 'de', 'ja', 'ar'),
  tags: fc.uniqueArray(name, { maxLength: 4 }),
  shelves: fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 3 }), {
    maxLength: 2,
    selector: (path) => path.join('\0'),
  }),
  state: fc.constantFrom('inbox' as const, 'archive' as const),
  favourite: fc.boolean(),
  progress: fc.constantFrom(null, 0.25, 1),
  readAt: time,
  note: fc.oneof(fc.constant(''), lines),
  highlights: fc.uniqueArray(highlight, {
    maxLength: 3,
    selector: ({ quote, note }) => `${quote} ${note}`.replace(/\s+/g, ' '),
  }),
  blocks: fc.oneof(
    { weight: 1, arbitrary: fc.constant([] as string[]) },
    { weight: 4, arbitrary: fc.array(block, { minLength: 1, maxLength: 5 }) },
  ),
  hasAddress: fc.boolean(),
  bookmarkedAt: fc.option(time),
  trashedAt: fc.option(time, { freq: 4 }),
  verdict: fc.constantFrom(null, 'yes' as const, 'no' as const),
};

/** What tells the text of one article from that of any other: texts that are the same are one article. */
function opening(number: number): string {
  return `<p>${Array.from({ length: 40 }, (_, at) => `w${number}x${at}`).join(' ')}</p>`;
}

export const anyLibrary: fc.Arbitrary<ImportedArticle[]> = fc
  .array(fc.record(fields), { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map(
      ({ blocks, hasAddress, bookmarkedAt, trashedAt, verdict, readAt, title, ...known }, number): ImportedArticle => {
        const isLink = blocks.length === 0;
        const marks = {
          bookmarkedAt,
          block: known.progress === null ? 0 : 3,
          finishedAt: known.progress === 1 ? readAt : null,
          trashedAt,
        };
        const times = { createdAt: known.savedAt, updatedAt: readAt };
        const answer = verdict === null ? null : { verdict, reasons: [], opinion: known.note, ...times };
        const html = `${opening(number)}${blocks.join('\n')}`;
        return {
          ...known,
          // What has no address is known again by its title alone in some formats.
          title: hasAddress || isLink ? title : `${title} ${number}`,
          readAt: known.progress === null ? null : readAt,
          externalId: `article-${number}`,
          url: hasAddress || isLink ? `https://site${number}.example/a?b=${number}` : null,
          content: isLink ? null : { kind: 'html', html, extent: 'article', baseUrl: null, resources: () => null },
          marks: { ...marks, answer },
        };
      },
    ),
  );

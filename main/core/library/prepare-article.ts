/** Makes of what an importer delivers all that is kept of it. Knows nothing of what is there already. */
import { createHash } from 'node:crypto';
import { articleId } from '../../contract/entities.ts';
import { ownService, type ImportedArticle } from '../importers/import-record.ts';
import type { ArticleBody, ArticleTraces, SavedArticle, StoredAsset, StoredHighlight } from '../store/library-store.ts';
import { countWords } from '../text/count-words.ts';
import { directionOf } from '../text/direction.ts';
import { toArticleBody, toArticleTree, type ArticleSource } from './article-tree.ts';
import { detectLanguage } from './detect-language.ts';
import { plainWords, simhash, textDigest } from './text-digest.ts';
import { siteOf, urlKey } from './url-key.ts';

/** An imported article whose content has come so far that only cleaning and counting are left. */
export interface ArticleToSave extends Omit<ImportedArticle, 'content'> {
  /** Null for a link alone. */
  readonly content: ArticleSource | null;
  /** Other addresses that lead to it: canonical, before a redirect. */
  readonly otherUrls: readonly string[];
  readonly imagesWanted: number;
  /** Pictures and the original, whose files are there already. */
  readonly assets: readonly StoredAsset[];
}

export interface PreparedArticle {
  readonly given: ArticleToSave;
  readonly traces: ArticleTraces;
  /** As it would be saved if there were no such article yet, but for its id. */
  readonly row: Omit<SavedArticle, 'key' | 'id' | 'revision'>;
  readonly body: ArticleBody | null;
  readonly tags: readonly string[];
  readonly shelves: readonly (readonly string[])[];
  readonly highlights: readonly StoredHighlight[];
}

/** Throws `RangeError` for HTML that is nested too deeply. */
export function prepareArticle(given: ArticleToSave, service: string, now: string): PreparedArticle {
  const body = given.content === null ? null : toArticleBody(toArticleTree(given.content));
  const hasContent = body !== null && (body.blocks.length > 0 || (body.html?.includes('<img') ?? false));
  const blocks = hasContent ? body.blocks : [];
  const words = plainWords(blocks);
  const digest = textDigest(words);
  const highlights = given.highlights
    .filter(({ quote, note }) => quote.trim() !== '' || note.trim() !== '')
    .map((highlight) => ({ ...highlight, tags: namesOf(highlight.tags) }));
  const opening = oneLine(blocks[0] ?? highlights[0]?.quote ?? given.note)
    .slice(0, 80)
    .toWellFormed()
    .trimEnd();
  const title = oneLine(given.title) || (hasContent || given.url === null ? opening : '') || (given.url ?? '');
  const language = knownLanguage(given.language) ?? detectLanguage(`${title}\n${blocks.slice(0, 40).join('\n')}`);
  const { externalId } = given;
  const ownId = service === ownService && articleId.safeParse(externalId).success ? externalId : null;
  return {
    given,
    traces: {
      id: ownId,
      urlKeys: [given.url, ...given.otherUrls].flatMap((url) => (url === null ? [] : (urlKey(url) ?? []))),
      origin: externalId === null ? null : { service, externalId },
      textDigest: digest,
    },
    row: {
      url: given.url,
      title,
      standfirst: oneLine(given.standfirst),
      author: oneLine(given.author),
      site: oneLine(given.site) || siteOf(given.url),
      published: given.published,
      savedAt: given.savedAt ?? now,
      language,
      direction: lettersRun(`${title} ${blocks.slice(0, 20).join(' ')}`) ?? directionOf(language) ?? 'ltr',
      words: countWords(blocks.join('\n'), language),
      imagesWanted: given.imagesWanted,
      imagesKept: given.assets.filter(({ role }) => role === 'picture').length,
      state: given.state,
      favourite: given.favourite,
      deletedAt: given.marks?.trashedAt ?? null,
      note: given.note.trim(),
      hasContent,
      textDigest: digest,
      simhash: simhash(words),
    },
    body: hasContent ? body : null,
    tags: [...new Set(namesOf(given.tags))],
    shelves: given.shelves.map(namesOf).filter((path) => path.length > 0),
    highlights,
  };
}

/** What an article may be called that brings no id along: the same for the same address or text, whenever it comes. */
export function* idsFor({ traces, row }: PreparedArticle): Generator<string> {
  if (traces.id !== null) {
    yield traces.id;
    for (let number = 2; ; number += 1) yield `${traces.id}-${number}`;
  }
  const { origin } = traces;
  const seed =
    traces.urlKeys[0] ??
    (origin === null ? null : `${origin.service}\n${origin.externalId}`) ??
    traces.textDigest ??
    `${row.title}\n${row.note}\n${row.savedAt}`;
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256')
      .update(attempt === 0 ? seed : `${seed}\n${attempt}`)
      .digest('hex');
    yield `a${BigInt(`0x${digest.slice(0, 14)}`).toString(36)}`;
  }
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** The way that most letters of a text run, whatever its language is said to be; null for a text without letters. */
function lettersRun(text: string): 'ltr' | 'rtl' | null {
  const sample = text.slice(0, 2000);
  // eslint-disable-next-line no-control-regex -- the range is ASCII and Latin themselves
  if (/^[\u0000-\u024F\u2000-\u206F]*$/.test(sample)) return /\p{L}/u.test(sample) ? 'ltr' : null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const against = sample.match(rightToLeft)?.length ?? 0;
  if (letters === 0) return null;
  return against * 2 > letters ? 'rtl' : 'ltr';
}

function knownLanguage(language: string | null): string | null {
  const tag = language?.trim().replaceAll('_', '-') ?? '';
  if (tag === '' || tag.toLowerCase() === 'und' || directionOf(tag) === null) return null;
  return Intl.getCanonicalLocales(tag)[0] ?? null;
}

/** Of tags and shelves. */
function namesOf(names: readonly string[]): string[] {
  return names.map((name) => oneLine(name).normalize('NFC')).filter((name) => name !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The methods of keeping a saved article in order, a part of the one table in methods.ts. */
import { z } from 'zod';
import { articleId } from './entities.ts';
import * as entity from './upkeep-entities.ts';

const byId = z.strictObject({ id: articleId });
const byVersion = byId.extend({ version: z.number().int().positive() });
/** The newest text of an article is no version and has no number. */
const side = z.number().int().positive().nullable();
const done = z.object({ revision: z.number().int() });

const line = (what: string, most: number) =>
  z.string().trim().max(most, `${what} is longer than ${most} characters; shorten it`);

/** A year, a month, a day or a moment, as ISO 8601 has them. */
const day = z
  .string()
  .trim()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/,
    'is no date; write it as year, month and day: 2026-03-14',
  )
  .refine((text) => isDay(text.slice(0, 10)), 'is no day of the calendar; write it as year, month and day: 2026-03-14');

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const language = z
  .string()
  .trim()
  .refine(isLanguage, 'is no language that Lectern knows; write its code, such as en, de or pt-BR');

function isLanguage(tag: string): boolean {
  try {
    return (
      Intl.getCanonicalLocales(tag).length === 1 &&
      new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined
    );
  } catch {
    return false;
  }
}

const noteLimit = 20_000;

export const upkeepMethods = {
  /**
   * Fields left out stay. What is set is the reader's: it outlives the page's coming again and a text made anew, until it
   * is put back to what the page says. The note is always the reader's.
   */
  'articles.edit': {
    input: byId.extend({
      set: z
        .strictObject({
          title: line('the title', 1000).pipe(z.string().min(1, 'an article needs a title')),
          standfirst: line('the standfirst', 4000),
          author: line('the name', 300),
          site: line('the site', 300),
          published: day.nullable(),
          language,
          direction: z.enum(['ltr', 'rtl']),
          note: line('the note', noteLimit),
        })
        .partial(),
      /** To what the page says. */
      putBack: z.array(entity.editedField).max(7).optional(),
    }),
    output: done,
  },
  /** Texts that stood here before, the newest first. The index searches the present text only. */
  'articles.versions': { input: byId, output: z.object({ items: z.array(entity.version) }) },
  'articles.version': {
    input: byVersion,
    output: z.object({ title: z.string(), words: z.number().int(), replacedAt: z.string(), html: z.string() }),
  },
  /** From one text to a later one; null is the present text. */
  'articles.compare': { input: byId.extend({ before: side, after: side }), output: entity.comparison },
  /** The version becomes the text, and the text a version: `replaced` is its number, to take it back with. */
  'articles.restoreVersion': { input: byVersion, output: z.object({ replaced: z.number().int().positive() }) },
  /** For good. */
  'articles.removeVersion': { input: byVersion, output: z.object({ left: z.number().int() }) },
  /** The text with its hidden blocks, and which those are, for whoever changes it. */
  'articles.text': {
    input: byId,
    output: z.object({ html: z.string(), hidden: z.array(z.number().int()), blockCount: z.number().int() }),
  },
  /** Hides blocks or brings them back. Their numbers are those of the text as it is. */
  'articles.hide': {
    input: byId.extend({ blocks: z.array(z.number().int().nonnegative()).min(1).max(100_000), hidden: z.boolean() }),
    output: z.object({ hidden: z.array(z.number().int()) }),
  },
  /**
   * What the text would be if it were made anew of the original that was kept: `main` as it is made now, `page` with all
   * that the page holds. Nothing is changed by it.
   */
  'articles.extract': {
    input: byId.extend({ method: z.enum(['main', 'page']) }),
    output: z.object({
      comparison: entity.comparison,
      words: z.number().int(),
      imagesWanted: z.number().int(),
      imagesKept: z.number().int(),
      /** Marked passages that stand in the text now and would not be found in it any more. */
      lostHighlights: z.array(z.string()),
    }),
  },
  /** Does it. `replaced` is the version that the present text became; null if nothing would be another. */
  'articles.takeExtract': {
    input: byId.extend({ method: z.enum(['main', 'page']) }),
    output: z.object({ replaced: z.number().int().positive().nullable() }),
  },
} as const;

/** The fields of a collection's files, as content/FORMAT.md lays them down. A message is "cause\nremedy". */
import { z } from 'zod';
import { isOffered, mediaTypes } from './media-types.ts';

const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,63}$/,
    '$field is no id\nAn id is lower-case letters, digits and hyphens, begins with a letter, and has at most 64 characters.',
  );

const text = z.string().trim().min(1, '$field is empty\nFill it in, or take it out if it may be left out.');
const line = (limit: number, name: string) =>
  text.max(limit, `$field is longer than ${limit} characters\nShorten the ${name}; a list has no room for more.`);

/** Lengths of months included: 2026-02-30 is no date. */
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, '$field is no date\nWrite it as 2026-09-07 or 2026-09-07T08:30.')
  .refine(isRealDate, '$field is a date that no calendar has\nCorrect the day, the month or the time.');

function isRealDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(date)) return true; // the pattern has complained
  const whole = date.length === 10 ? `${date}T00:00` : date;
  const time = new Date(`${whole}:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(whole);
}

const url = z
  .string()
  .regex(/^https?:\/\/\S+$/, '$field is no address on the web\nWrite it in full, beginning with https://.');
const fileName = z
  .string()
  .regex(/^[\w][\w.-]*$/, '$field is no file name\nWrite the bare name; the folder is fixed by the format.');
const offeredName = fileName.refine(
  isOffered,
  `$field is no kind of file that readers can open\nOffer one of: ${Object.keys(mediaTypes).join(', ')}.`,
);
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, '$field is no colour\nWrite it as "#a3321a", in quotation marks.');
const languageTag = z.string().refine(isLanguage, '$field is no language tag\nWrite a BCP 47 tag: en-GB, de, ar.');

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const storyMatter = z.strictObject({
  id,
  title: line(90, 'headline').refine(
    (title) => !/[^.]\.$/.test(title),
    '$field ends with a full stop\nTake it away; a headline has none.',
  ),
  standfirst: line(260, 'standfirst'),
  section: id,
  kind: z.enum(['feature', 'explainer', 'profile', 'timeline', 'news', 'brief']),
  kicker: line(60, 'kicker').optional(),
  author: id,
  published: date,
  updated: date.optional(),
  tags: z
    .array(
      z
        .string()
        .regex(
          /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u,
          '$field is no tag\nA tag is lower-case words joined by hyphens.',
        ),
    )
    .min(1, '$field is empty\nName one to eight tags.')
    .max(8, '$field has more than eight tags\nKeep the eight that tell most.'),
  hero: z.strictObject({ file: fileName, alt: text, caption: text.optional(), credit: text.optional() }).optional(),
  spot: fileName.optional(),
  related: z.array(id).optional(),
  language: languageTag.optional(),
  sources: z
    .array(z.strictObject({ title: text, publication: text, year: z.int(), url: url.optional() }))
    .min(1, '$field is empty\nName at least one source that the facts rest on.'),
});
export type StoryMatter = z.infer<typeof storyMatter>;

const themeInk = z.strictObject({ ink: colour, on: colour, wash: colour });

export const publicationSource = z.strictObject({
  id,
  name: line(60, 'name'),
  tagline: line(160, 'tagline'),
  language: languageTag,
  edition: text,
  issued: date,
  editor: id,
  url: z.union([z.literal(''), url]).optional(),
  colophon: text,
  colours: z.strictObject({ paper: themeInk, white: themeInk, sepia: themeInk, dusk: themeInk, black: themeInk }),
});
export type PublicationSource = z.infer<typeof publicationSource>;

export const authorsSource = z.array(
  z.strictObject({ id, name: line(80, 'name'), initials: line(4, 'initials'), role: line(80, 'role'), about: text }),
);

export const sectionsSource = z
  .array(z.strictObject({ id, name: line(40, 'name'), about: text }))
  .min(1, 'There is no section\nName at least one.');

const slot = z
  .string('$field is an empty slot\nWrite the id of a story, or take the line out.')
  .min(1, '$field is an empty slot\nWrite the id of a story, or take the line out.');

export const frontSource = z.strictObject({
  lead: slot,
  featured: z
    .array(slot)
    .min(1, '$field is empty\nName the stories that the front page features.')
    .max(12, '$field has more than twelve stories\nKeep twelve.'),
  download: id.optional(),
});

export const threadsSource = z.array(
  z.strictObject({
    id,
    title: line(80, 'title'),
    about: text.optional(),
    stories: z.array(id).min(2, '$field has fewer than two stories\nA thread joins at least two.'),
  }),
);

export const jobsSource = z.array(
  z.strictObject({
    id,
    title: line(90, 'title'),
    organisation: text,
    place: text,
    terms: text,
    about: text,
    posted: date,
    sample: z.boolean(),
  }),
);

/** A file of downloads/, or one that the compiler makes of the whole collection. */
const downloadFile = z.union(
  [
    z.strictObject({ file: offeredName, label: text }),
    z.strictObject({
      kind: z.enum(['edition-html', 'edition-epub', 'edition-markdown', 'sources-markdown']),
      name: offeredName,
      label: text,
    }),
  ],
  '$field is neither a file nor a kind of edition\nGive `file` and `label`, or `kind` (edition-html, edition-epub, edition-markdown, sources-markdown), `name` and `label`.',
);

export const downloadsSource = z.array(
  z.strictObject({
    id,
    title: line(90, 'title'),
    about: text,
    extent: text.optional(),
    files: z.array(downloadFile).min(1, '$field is empty\nName at least one file.'),
  }),
);
export type DownloadSource = z.infer<typeof downloadsSource>[number];

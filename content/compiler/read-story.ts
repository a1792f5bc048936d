/** One story's file: its front matter checked, its text made an article. */
import type { StoryBody } from '../../main/core/collection/collection.ts';
import { countTerms, type ArticleTerms } from '../../main/core/related/term-vectors.ts';
import { countWords } from '../../main/core/text/count-words.ts';
import type { FileUse } from './file-shelf.ts';
import { toArticle } from './markdown/to-article.ts';
import type { StoryContext } from './markdown/story-context.ts';
import { typeset } from './markdown/typeset.ts';
import type { PictureShelf } from './pictures.ts';
import type { Place, ProblemList } from './problems.ts';
import { sketchOf } from './sketch.ts';
import { storyMatter, type StoryMatter } from './source-schemas.ts';
import { readYaml } from './yaml-source.ts';

/** All of a story but its text, as plain values: what a compile keeps of thousands of stories at once. */
export interface StoryRecord {
  readonly file: string;
  readonly matter: StoryMatter;
  /** Of the fields that something may still be wrong with, by their path: `related.0`. */
  readonly places: Readonly<Record<string, Place>>;
  readonly language: string;
  readonly spot: string | null;
  readonly links: StoryContext['links'];
  readonly words: number;
  /** For finding near-duplicates. */
  readonly sketch: readonly number[];
  /** For finding related stories. */
  readonly terms: ArticleTerms;
  /** The files that went into it. */
  readonly uses: readonly FileUse[];
}

export interface CompiledStory extends StoryRecord {
  /** Changes with everything that the record and the text are made of. */
  readonly identity: string;
  /** Read when it is needed, and to be let go again. */
  readonly body: () => StoryBody;
}

/** A story whose front matter has faults: enough to check what it refers to, and to know that its id is taken. */
export interface FaultyStory {
  readonly file: string;
  readonly id: string;
  readonly raw: unknown;
  readonly place: (...path: readonly PropertyKey[]) => Place;
  readonly links: StoryContext['links'];
}

export function isCompiled(story: CompiledStory | FaultyStory): story is CompiledStory {
  return 'matter' in story;
}

/** Where a field of a compiled story stands, or the beginning of its file. */
export function placeIn({ places }: StoryRecord, ...path: readonly PropertyKey[]): Place {
  return places[path.join('.')] ?? { line: 1 };
}

export interface StorySource {
  readonly file: string;
  readonly text: string;
  /** The publication's, for a story that names none. */
  readonly language: string;
  readonly shelf: PictureShelf;
  readonly list: ProblemList;
}

/** Faults of either part are in the list. */
export function readStory({
  file,
  text,
  language: common,
  shelf,
  list,
}: StorySource): { readonly record: StoryRecord; readonly body: StoryBody } | FaultyStory {
  const parts = /^---\n([^]*?\n)---[ \t]*(?:\n|$)/.exec(text);
  if (parts === null) {
    list.problem(
      file,
      { line: 1 },
      'The story has no front matter',
      'Begin the file with a line ---, the fields, and a line ---; content/FORMAT.md shows one.',
    );
    return { file, id: nameOf(file), raw: null, place: () => ({ line: 1 }), links: [] };
  }
  const [head, yaml = ''] = parts;
  const front = readYaml({ file, text: yaml, offset: 1 }, storyMatter, list);
  const language = front.isSound ? (front.value.language ?? common) : common;
  const id = front.isSound ? front.value.id : (/^id: *([a-z][a-z0-9-]*) *$/m.exec(yaml)?.[1] ?? nameOf(file));
  const bodyText = text.slice(head.length);
  const links: StoryContext['links'] = [];
  // Empty lines in place of the front matter keep the lines of the file.
  const source = '\n'.repeat(head.split('\n').length - 1) + bodyText;
  if (bodyText.trim() === '')
    list.problem(
      file,
      { line: source.split('\n').length },
      'The story has no text',
      'Write it below the front matter.',
    );
  const article = toArticle({ file, id, language, shelf, list, source, links });
  if (!front.isSound) return { file, id, raw: front.raw, place: front.place, links };

  const { value: matter, place } = front;
  const at = (...path: readonly PropertyKey[]) => ({ file, place: place(...path) });
  const hero =
    matter.hero === undefined
      ? null
      : (shelf.load(matter.hero.file, heroWords(matter.hero, language), `${id}-hero`, at('hero', 'file'))?.picture ??
        null);
  const spot = matter.spot === undefined ? null : shelf.spot(matter.spot, at('spot'));
  if (matter.updated !== undefined && matter.updated.slice(0, 16) < matter.published.slice(0, matter.updated.length)) {
    list.problem(file, place('updated'), '`updated` is before `published`', 'Correct the one or the other.');
  }
  const kept: StoryMatter = {
    ...matter,
    title: typeset(matter.title, language),
    standfirst: typeset(matter.standfirst, language),
    ...(matter.kicker === undefined ? {} : { kicker: typeset(matter.kicker, language) }),
  };
  const body: StoryBody = {
    html: article.html,
    blocks: article.blocks,
    markdown: bodyText.trim() + '\n',
    hero,
    sources: matter.sources.map(({ title, publication, year, url }) => ({
      title,
      publication,
      year,
      url: url ?? null,
    })),
    headings: [...article.headings],
    imageCount: article.pictures + (hero === null ? 0 : 1),
  };
  const headings = body.headings.map(({ text: heading }) => heading);
  const record: StoryRecord = {
    file,
    matter: kept,
    places: placesOf(matter, place),
    language,
    spot,
    links,
    words: body.blocks.reduce((sum, block) => sum + countWords(block, language), 0),
    sketch: sketchOf(body.blocks),
    terms: countTerms({ ...kept, language, headings, blocks: body.blocks }),
    uses: shelf.uses,
  };
  return { record, body };
}

function placesOf(matter: StoryMatter, place: FaultyStory['place']): Record<string, Place> {
  const related = (matter.related ?? []).map((_, index) => ['related', index]);
  const paths = [['id'], ['title'], ['section'], ['author'], ...related];
  return Object.fromEntries(paths.map((path) => [path.join('.'), place(...path)]));
}

function heroWords(
  { alt, caption, credit }: NonNullable<StoryMatter['hero']>,
  language: string,
): { alt: string; caption: string | null; credit: string | null } {
  return {
    alt,
    caption: caption === undefined ? null : typeset(caption, language),
    credit: credit === undefined ? null : typeset(credit, language),
  };
}

function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.md$/, '');
}

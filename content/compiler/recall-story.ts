/** One story's file, compiled now or, if nothing that goes into it has changed, recalled from an earlier compile. */
import { digest } from '../../main/core/collection/bundle-schema.ts';
import type { StoryBody } from '../../main/core/collection/collection.ts';
import type { CompileCache } from './compile-cache.ts';
import type { FileShelf } from './file-shelf.ts';
import { PictureShelf } from './pictures.ts';
import { ProblemList, type Problem } from './problems.ts';
import { readStory, type CompiledStory, type FaultyStory, type StoryRecord } from './read-story.ts';

interface StoryFile {
  readonly file: string;
  readonly text: string;
  /** The publication's, for a story that names none. */
  readonly language: string;
  readonly files: FileShelf;
  readonly list: ProblemList;
  readonly cache: CompileCache;
}

/** Of an entry's parts: the record, its warnings, the body. */
const bodyPart = 2;

/** Faults are in the list. A story with a problem is not kept: it is compiled anew until it has none. */
export function recallStory({ file, text, language, files, list, cache }: StoryFile): CompiledStory | FaultyStory {
  const key = `story\0${file}\0${language}\0${digest(text)}`;
  // `cache` answers with what it was given for this key, below.
  const kept = cache.find(key, 0, bodyPart) as [StoryRecord, readonly Problem[]] | null;
  if (kept !== null) {
    const [record, warnings] = kept;
    if (record.uses.every(({ path, sha256 }) => files.digestOf(path) === sha256)) {
      for (const use of record.uses) files.use(use);
      list.add([], warnings);
      return { ...record, identity: identityOf(key, record), body: bodyFrom(cache, key, file) };
    }
  }
  const own = new ProblemList();
  const made = readStory({ file, text, language, shelf: new PictureShelf(files, own), list: own });
  list.add(own.problems, own.warnings);
  if (!('record' in made)) return made;
  const { record, body } = made;
  const identity = identityOf(key, record);
  if (own.hasProblems()) return { ...record, identity, body: () => body };
  cache.keep(key, [record, own.warnings, body]);
  return { ...record, identity, body: bodyFrom(cache, key, file) };
}

function identityOf(key: string, { uses }: StoryRecord): string {
  return digest([key, ...uses.map(({ sha256 }) => sha256)].join('\0'));
}

function bodyFrom(cache: CompileCache, key: string, file: string): () => StoryBody {
  return () => {
    const [body] = cache.find(key, bodyPart) ?? [];
    if (body === undefined) throw new Error(`What was made of ${file} is gone from the disk. Compile it again.`);
    return body as StoryBody; // the last part, as `recallStory` keeps it
  };
}

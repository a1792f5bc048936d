/** Reads a collection's folder whole: every file parsed and checked for itself. References are the next step's. */
import { checkContrast } from './contrast.ts';
import { readAbout } from './read-about.ts';
import type { CompileCache } from './compile-cache.ts';
import { FileShelf } from './file-shelf.ts';
import { PictureShelf } from './pictures.ts';
import type { ProblemList } from './problems.ts';
import { isCompiled, type CompiledStory, type FaultyStory } from './read-story.ts';
import { recallStory } from './recall-story.ts';
import type { SourceFolder } from './source-folder.ts';
import * as schemas from './source-schemas.ts';
import { readYaml, type FaultyYaml, type YamlSource } from './yaml-source.ts';
import type { z } from 'zod';

type Of<Schema extends z.ZodType> = YamlSource<z.output<Schema>>;

export interface CollectionSource {
  readonly publication: Of<typeof schemas.publicationSource> | null;
  readonly authors: Of<typeof schemas.authorsSource> | null;
  readonly sections: Of<typeof schemas.sectionsSource> | null;
  readonly front: Of<typeof schemas.frontSource> | null;
  readonly threads: Of<typeof schemas.threadsSource> | null;
  readonly jobs: Of<typeof schemas.jobsSource> | null;
  readonly downloads: Of<typeof schemas.downloadsSource> | null;
  readonly aboutHtml: string | null;
  readonly stories: readonly CompiledStory[];
  readonly faultyStories: readonly FaultyStory[];
  /** Lists that are there and cannot be used: what refers to them is not to blame. */
  readonly faultyFiles: ReadonlySet<string>;
  readonly shelf: FileShelf;
}

export const sourceFiles = {
  publication: 'publication.yaml',
  authors: 'authors.yaml',
  sections: 'sections.yaml',
  front: 'front.yaml',
  threads: 'threads.yaml',
  jobs: 'jobs.yaml',
  downloads: 'downloads.yaml',
  about: 'about.md',
} as const;

export function readCollection(folder: SourceFolder, list: ProblemList, cache: CompileCache): CollectionSource {
  const faultyFiles = new Set<string>();
  const sound = <Value>(file: string, yaml: YamlSource<Value> | FaultyYaml): YamlSource<Value> | null => {
    if (yaml.isSound) return yaml;
    faultyFiles.add(file);
    return null;
  };
  const required = <Schema extends z.ZodType>(file: string, schema: Schema): Of<Schema> | null => {
    const text = folder.text(file);
    if (text !== null) return sound(file, readYaml({ file, text, offset: 0 }, schema, list));
    list.problem(file, { line: 1 }, 'The file is missing', 'Write it; content/FORMAT.md says what it holds.');
    return null;
  };
  const optional = <Schema extends z.ZodType>(file: string, schema: Schema): Of<Schema> | null => {
    const text = folder.text(file);
    return text === null ? null : sound(file, readYaml({ file, text, offset: 0 }, schema, list));
  };

  const publication = required(sourceFiles.publication, schemas.publicationSource);
  if (publication !== null) checkContrast(sourceFiles.publication, publication, list);
  const language = publication?.value.language ?? 'en';
  const shelf = new FileShelf(folder);
  const storyFiles = folder.paths.filter((path) => /^stories\/[^/]+\.md$/.test(path));
  if (storyFiles.length === 0) list.problem('stories', { line: 1 }, 'There is no story', 'Write one: stories/<id>.md.');
  warnOfStrangers(folder, list);
  const about = folder.text(sourceFiles.about);

  const stories = storyFiles.map((file) =>
    recallStory({ file, text: folder.text(file) ?? '', language, files: shelf, list, cache }),
  );

  return {
    publication,
    authors: required(sourceFiles.authors, schemas.authorsSource),
    sections: required(sourceFiles.sections, schemas.sectionsSource),
    front: required(sourceFiles.front, schemas.frontSource),
    threads: optional(sourceFiles.threads, schemas.threadsSource),
    jobs: optional(sourceFiles.jobs, schemas.jobsSource),
    downloads: optional(sourceFiles.downloads, schemas.downloadsSource),
    aboutHtml:
      about === null
        ? null
        : readAbout({ file: sourceFiles.about, text: about, language, shelf: new PictureShelf(shelf, list), list }),
    stories: stories.filter(isCompiled),
    faultyStories: stories.filter((story): story is FaultyStory => !isCompiled(story)),
    faultyFiles,
    shelf,
  };
}

function warnOfStrangers(folder: SourceFolder, list: ProblemList): void {
  const known = new Set<string>(Object.values(sourceFiles));
  for (const path of folder.paths) {
    if (known.has(path) || /^(?:stories\/[^/]+\.md|(?:pictures|spots|downloads)\/.*)$/.test(path)) continue;
    list.warning(
      path,
      { line: 1 },
      'The format has no such file',
      'Delete it, or put it where content/FORMAT.md says.',
    );
  }
}

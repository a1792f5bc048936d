/**
 * What is to be imported of all that was given: files and folders. The files that a saved page brings along (its `_files`
 * folder, whatever the browser's language calls it) and the pictures beside a note are no articles of their own.
 */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface GivenFile {
  readonly path: string;
  /** With the folders that were given along with it, parted by slashes. */
  readonly name: string;
}

export interface FileSet {
  readonly inputs: readonly GivenFile[];
  /** Everything, for what pages ask for that lies beside them. By name. */
  readonly all: ReadonlyMap<string, string>;
}

const pageEnding = /\.(?:x?html?|mht(?:ml)?)$/i;
const notes = /\.(?:md|markdown)$/i;
const pictures = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;
/** What browsers and editors leave in folders: never meant. */
const litter = /(?:^|\/)(?:\.[^/]*|__MACOSX\/.*|Thumbs\.db|desktop\.ini)$/;

/** Walks folders, and keeps the order of names. Links are not followed out of a folder. Throws for what is not there. */
export function listGiven(paths: readonly string[]): GivenFile[] {
  const files: GivenFile[] = [];
  const walk = (path: string, name: string): void => {
    if (!statSync(path).isDirectory()) {
      files.push({ path, name });
      return;
    }
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory() || entry.isFile()) walk(join(path, entry.name), `${name}/${entry.name}`);
    }
  };
  for (const path of paths) walk(path, basename(path));
  return files;
}

export function makeFileSet(given: readonly GivenFile[]): FileSet {
  const all = new Map(given.map(({ name, path }) => [name, path]));
  const pageFolders = new Set(
    given.filter(({ name }) => pageEnding.test(name)).flatMap(({ name }) => foldersOf(name, all)),
  );
  const noteFolders = new Set(given.filter(({ name }) => notes.test(name)).map(({ name }) => topOf(name)));
  const isBeside = (name: string): boolean =>
    [...parents(name)].some((folder) => pageFolders.has(folder)) ||
    (pictures.test(name) && (noteFolders.has(topOf(name)) || hasPageBeside(name, given)));
  return { inputs: given.filter(({ name }) => !litter.test(name) && !isBeside(name)), all };
}

/** Folders that are named after a page and lie beside it: `Page_files`, `Page-Dateien`, `Page.files`. */
function foldersOf(page: string, all: ReadonlyMap<string, string>): string[] {
  const stem = page.replace(pageEnding, '');
  const folders = new Set<string>();
  for (const name of all.keys()) {
    if (!name.startsWith(stem)) continue;
    const [, folder] = /^([-_. ][^/]{1,30})\//.exec(name.slice(stem.length)) ?? [];
    if (folder !== undefined) folders.add(stem + folder);
  }
  return [...folders];
}

function hasPageBeside(name: string, given: readonly GivenFile[]): boolean {
  const top = topOf(name);
  return top !== '' && given.some((other) => pageEnding.test(other.name) && topOf(other.name) === top);
}

/** The first folder that was given along; empty for a file given by itself. */
function topOf(name: string): string {
  const at = name.indexOf('/');
  return at === -1 ? '' : name.slice(0, at);
}

function* parents(name: string): Generator<string> {
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) yield name.slice(0, at);
}

/** The files of a collection that stories and lists name: read when asked for, remembered as used, some kept as assets. */
import { readFileSync, rmSync } from 'node:fs';
import { digest } from '../../main/core/collection/bundle-schema.ts';
import type { Place, ProblemList } from './problems.ts';
import type { SourceFolder } from './source-folder.ts';

/** A file of the bundle. Its bytes are not held: pictures of thousands of stories weigh more than the stories. */
export interface Asset {
  readonly mediaType: string;
  readonly bytes: () => Buffer;
}

/** Where a file is named. */
export interface Reference {
  readonly file: string;
  readonly place: Place;
}

/** A file that something was made of: with the same bytes under the path, it can be made again from memory. */
export interface FileUse {
  readonly path: string;
  readonly sha256: string;
  readonly asset: { readonly name: string; readonly mediaType: string } | null;
}

export class FileShelf {
  /** By name in the bundle. */
  readonly assets = new Map<string, Asset>();
  readonly #used = new Set<string>();
  readonly #digests = new Map<string, string>();
  readonly #folder: SourceFolder;

  constructor(folder: SourceFolder) {
    this.#folder = folder;
  }

  /** Null if there is no such file; the list says so. */
  want(path: string, { file, place }: Reference, list: ProblemList): Buffer | null {
    this.#used.add(path);
    const bytes = this.#folder.bytes(path);
    if (bytes === null)
      list.problem(file, place, `The file ${path} does not exist`, 'Put it there, or correct the name.');
    return bytes;
  }

  /** The bytes of a file that is known to be there. */
  read(path: string): Buffer {
    const bytes = this.#folder.bytes(path);
    if (bytes === null) throw new Error(`${path} was taken away while the collection was compiled. Compile it again.`);
    return bytes;
  }

  /** Of the file's content; null if there is no such file. */
  digestOf(path: string): string | null {
    const known = this.#digests.get(path);
    if (known !== undefined) return known;
    const bytes = this.#folder.bytes(path);
    if (bytes === null) return null;
    const made = digest(bytes);
    this.#digests.set(path, made);
    return made;
  }

  /** Notes that a file is used as it was when something was made of it. */
  use({ path, asset }: FileUse): void {
    this.#used.add(path);
    if (asset !== null) this.assets.set(asset.name, { mediaType: asset.mediaType, bytes: () => this.read(path) });
  }

  /** A file as an asset. Gives its name in the bundle: same bytes, same name. */
  keepFile(path: string, sha256: string, mediaType: string, ending: string): string {
    const name = assetName(sha256, ending);
    this.use({ path, sha256, asset: { name, mediaType } });
    return name;
  }

  /** The same for a file outside the collection, made for this compile. */
  keepMade(path: string, sha256: string, mediaType: string, ending: string): string {
    const name = assetName(sha256, ending);
    if (this.assets.has(name)) rmSync(path);
    else this.assets.set(name, { mediaType, bytes: () => readFileSync(path) });
    return name;
  }

  /** Files that nothing names are a warning: they may be forgotten, or a reference may be. */
  warnOfUnused(list: ProblemList): void {
    for (const path of this.#folder.paths) {
      if (!/^(?:pictures|spots|downloads)\//.test(path) || this.#used.has(path)) continue;
      list.warning(
        path,
        { line: 1 },
        'No story and no list names this file',
        'Name it where it belongs, or delete it.',
      );
    }
  }
}

function assetName(sha256: string, ending: string): string {
  return `${sha256.slice(0, 32)}.${ending}`;
}

/** Pictures and downloads of a collection by name: read once, drawings kept as trees, everything else as assets. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Picture } from '../../main/contract/entities.ts';
import { digest } from '../../main/core/collection/bundle-schema.ts';
import { readImageSize } from '../../main/core/text/image-size.ts';
import type { Place, ProblemList } from './problems.ts';
import type { SourceFolder } from './source-folder.ts';
import { asArt, asSpot, readDrawing } from './svg.ts';

export interface Asset {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Where a file is named. */
export interface Reference {
  readonly file: string;
  readonly place: Place;
}

/** A picture as it stands in an article, and as an entity of its own (for the hero). */
export interface LoadedPicture {
  readonly element: Element;
  readonly picture: Picture;
}

interface Words {
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

export class PictureShelf {
  /** By name in the bundle. */
  readonly assets = new Map<string, Asset>();
  readonly #used = new Set<string>();
  readonly #folder: SourceFolder;
  readonly #list: ProblemList;

  constructor(folder: SourceFolder, list: ProblemList) {
    this.#folder = folder;
    this.#list = list;
  }

  /** Null if it cannot be had; the list says why. `scope` keeps the ids of drawings apart. */
  load(name: string, words: Words, scope: string, reference: Reference): LoadedPicture | null {
    const path = `pictures/${name}`;
    const bytes = this.#read(path, reference);
    if (bytes === null) return null;
    return name.endsWith('.svg')
      ? this.#drawing(path, bytes, words, `${scope}-${baseName(name)}`)
      : this.#raster(path, bytes, words, reference);
  }

  spot(name: string, reference: Reference): string | null {
    const path = `spots/${name}`;
    const bytes = this.#read(path, reference);
    if (bytes === null) return null;
    const drawing = readDrawing(path, bytes.toString('utf8'), 'spot', this.#list);
    return drawing === null ? null : asSpot(path, drawing, this.#list);
  }

  /** Notes that downloads/<name> is named; a problem if it is not there. */
  download(name: string, reference: Reference): void {
    this.#read(`downloads/${name}`, reference);
  }

  /** The bytes of a file that is known to be there. */
  read(path: string): Buffer {
    const bytes = this.#folder.bytes(path);
    if (bytes === null) throw new TypeError(`${path} was there when the references were checked.`);
    return bytes;
  }

  /** The asset's name in the bundle: same bytes, same name. */
  keep(bytes: Buffer, mediaType: string, ending: string): string {
    const name = `${digest(bytes).slice(0, 32)}.${ending}`;
    this.assets.set(name, { bytes, mediaType });
    return name;
  }

  /** Files that nothing names are a warning: they may be forgotten, or a reference may be. */
  warnOfUnused(): void {
    for (const path of this.#folder.paths) {
      if (!/^(?:pictures|spots|downloads)\//.test(path) || this.#used.has(path)) continue;
      this.#list.warning(
        path,
        { line: 1 },
        'No story and no list names this file',
        'Name it where it belongs, or delete it.',
      );
    }
  }

  #read(path: string, { file, place }: Reference): Buffer | null {
    this.#used.add(path);
    const bytes = this.#folder.bytes(path);
    if (bytes === null)
      this.#list.problem(file, place, `The file ${path} does not exist`, 'Put it there, or correct the name.');
    return bytes;
  }

  #drawing(path: string, bytes: Buffer, words: Words, scope: string): LoadedPicture | null {
    const drawing = readDrawing(path, bytes.toString('utf8'), scope, this.#list);
    if (drawing === null) return null;
    const element = asArt(drawing, words.alt);
    const { width, height } = drawing;
    return { element, picture: { asset: null, svg: toHtml(element), ...words, width, height } };
  }

  #raster(path: string, bytes: Buffer, words: Words, { file, place }: Reference): LoadedPicture | null {
    const image = readImageSize(bytes);
    if (image === null) {
      this.#list.problem(
        file,
        place,
        `The file ${path} is no picture that can be read`,
        'Save it as svg, png, jpg, webp, avif or gif.',
      );
      return null;
    }
    const { mediaType, width, height } = image;
    const asset = this.keep(bytes, mediaType, mediaType.replace('image/', '').replace('jpeg', 'jpg'));
    const properties = { src: `/assets/${asset}`, alt: words.alt, width, height, loading: 'lazy' };
    const element: Element = { type: 'element', tagName: 'img', properties, children: [] };
    return { element, picture: { asset, svg: null, ...words, width, height } };
  }
}

function baseName(name: string): string {
  return name.replace(/\.[^.]*$/, '').replace(/[^\w-]/g, '_');
}

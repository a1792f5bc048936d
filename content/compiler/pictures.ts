/** The pictures of one story (or of the about page) by name: drawings as trees, everything else as assets. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Picture } from '../../main/contract/entities.ts';
import { digest } from '../../main/core/collection/bundle-schema.ts';
import { readImageSize } from '../../main/core/text/image-size.ts';
import type { FileShelf, FileUse, Reference } from './file-shelf.ts';
import type { ProblemList } from './problems.ts';
import { asArt, asSpot, readDrawing } from './svg.ts';

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
  /** What was read so far, in that order. */
  readonly uses: FileUse[] = [];
  readonly #files: FileShelf;
  readonly #list: ProblemList;

  constructor(files: FileShelf, list: ProblemList) {
    this.#files = files;
    this.#list = list;
  }

  /** Null if it cannot be had; the list says why. `scope` keeps the ids of drawings apart. */
  load(name: string, words: Words, scope: string, reference: Reference): LoadedPicture | null {
    const path = `pictures/${name}`;
    const bytes = this.#files.want(path, reference, this.#list);
    if (bytes === null) return null;
    return name.endsWith('.svg')
      ? this.#drawing(path, bytes, words, `${scope}-${baseName(name)}`)
      : this.#raster(path, bytes, words, reference);
  }

  spot(name: string, reference: Reference): string | null {
    const path = `spots/${name}`;
    const bytes = this.#files.want(path, reference, this.#list);
    if (bytes === null) return null;
    this.uses.push({ path, sha256: digest(bytes), asset: null });
    const drawing = readDrawing(path, bytes.toString('utf8'), 'spot', this.#list);
    return drawing === null ? null : asSpot(path, drawing, this.#list);
  }

  #drawing(path: string, bytes: Buffer, words: Words, scope: string): LoadedPicture | null {
    this.uses.push({ path, sha256: digest(bytes), asset: null });
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
    const sha256 = digest(bytes);
    const asset = this.#files.keepFile(path, sha256, mediaType, mediaType.replace('image/', '').replace('jpeg', 'jpg'));
    this.uses.push({ path, sha256, asset: { name: asset, mediaType } });
    const properties = { src: `/assets/${asset}`, alt: words.alt, width, height, loading: 'lazy' };
    const element: Element = { type: 'element', tagName: 'img', properties, children: [] };
    return { element, picture: { asset, svg: null, ...words, width, height } };
  }
}

function baseName(name: string): string {
  return name.replace(/\.[^.]*$/, '').replace(/[^\w-]/g, '_');
}

/** Puts the pictures that a page's own were replaced by into the tree, in figures where they stand alone. */
import type { Element, ElementContent, Root } from 'hast';
import { pictureScheme, type FoundPicture } from '../html/pictures.ts';
import { childrenOf, element, isBlank, isNamed, propertyOf, setChildren } from './hast.ts';

/**
 * Into a settled tree. Returns the pictures that the text has, in its order. A picture that the file does not hold keeps
 * its place and its words, and has no address in the tree.
 */
export function placePictures(tree: Root, found: readonly FoundPicture[]): FoundPicture[] {
  const placed: FoundPicture[] = [];
  const seen = new Set<FoundPicture>();
  const visit = (parent: Root | Element): void => {
    const children = childrenOf(parent).map((child): ElementContent => {
      if (child.type !== 'element') return child;
      if (child.tagName === 'img') return shown(child);
      visit(child);
      return child;
    });
    setChildren(parent, children.map(asFigure));
  };
  const shown = (image: Element): ElementContent => {
    const source = propertyOf(image, 'src');
    const picture = source.startsWith(pictureScheme) ? found[Number(source.slice(pictureScheme.length))] : undefined;
    if (picture === undefined) return { type: 'text', value: propertyOf(image, 'alt') };
    if (!seen.has(picture)) {
      seen.add(picture);
      placed.push(picture);
    }
    return picture.drawing ?? imageOf(picture, image);
  };
  visit(tree);
  return placed;
}

function imageOf({ asset, alt }: FoundPicture, image: Element): Element {
  if (asset === null) return element('img', { alt }, []);
  const { width, height } = scaled(asset, Number(propertyOf(image, 'width')), Number(propertyOf(image, 'height')));
  return element('img', { src: `/assets/${asset.name}`, alt, width, height, loading: 'lazy' }, []);
}

/** As wide as the page showed it, in the proportions of the file. */
function scaled(
  asset: { width: number; height: number },
  width: number,
  height: number,
): { width: number; height: number } {
  if (width > 0 && width < asset.width)
    return { width, height: Math.max(1, Math.round((width / asset.width) * asset.height)) };
  if (height > 0 && height < asset.height)
    return { width: Math.max(1, Math.round((height / asset.height) * asset.width)), height };
  return { width: asset.width, height: asset.height };
}

/** A paragraph that is a picture, and a figure that has one. */
function asFigure(node: ElementContent): ElementContent {
  if (isNamed(node, 'figure') && node.properties['className'] === undefined && holdsPicture(node))
    return { ...node, properties: { className: ['figure'] } };
  if (!isNamed(node, 'p')) return node;
  const shown = node.children.filter((child) => !isBlank(child));
  const [only] = shown;
  const picture = isNamed(only, 'a') ? only.children.find((child) => !isBlank(child)) : only;
  const isAlone =
    shown.length === 1 && (!isNamed(only, 'a') || only.children.filter((child) => !isBlank(child)).length === 1);
  if (!isAlone || !isNamed(picture, 'img', 'svg') || isSmall(picture)) return node;
  return element('figure', { className: ['figure'] }, [picture]);
}

function holdsPicture(figure: Element): boolean {
  return figure.children.some(
    (child) => isNamed(child, 'img', 'svg') || (child.type === 'element' && holdsPicture(child)),
  );
}

/** A smiley or a letter drawn as a picture, in a paragraph of its own. */
function isSmall(picture: Element): boolean {
  const width = Number(propertyOf(picture, 'width'));
  return width > 0 && width < 40;
}

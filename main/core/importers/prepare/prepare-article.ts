/**
 * Makes a safe article of what an importer read, whatever it was: the order of the steps. Nothing here fetches, writes or
 * fails: what is no article comes back as one that says so.
 *
 * Every step is linear in the length of the text, up to the parser's depth. What bounds memory and time is the job that
 * this runs in.
 */
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { sanitizeArticle } from '../../text/article-schema.ts';
import { blockText } from '../../text/block-text.ts';
import { nameHeadings } from '../../text/name-headings.ts';
import { markdownToHtml } from '../documents/markdown-to-html.ts';
import { chooseText, chooseWhole, type ChosenText } from '../html/choose-text.ts';
import { cleanPage } from '../html/clean-page.ts';
import { cutScripts } from '../html/cut-scripts.ts';
import { cutDataUris, type CutText } from '../html/data-uris.ts';
import { nothingSaid, readPageFacts, type PageFacts } from '../html/page-facts.ts';
import { parseDocument } from '../html/parse-html.ts';
import { readPicture, type PictureAsset } from '../html/picture-bytes.ts';
import { PictureList, type FoundPicture } from '../html/pictures.ts';
import type { PageParent } from '../html/nodes.ts';
import type { ImportedContent, Resources } from '../import-record.ts';
import { findDirection } from './direction.ts';
import { keepNotes, placeFootnotes } from './footnotes.ts';
import { eachElement } from './hast.ts';
import { shiftHeadings } from './headings.ts';
import { rememberTargets, resolveLinks } from './links.ts';
import { settleListings } from './listings.ts';
import { placePictures } from './place-pictures.ts';
import { settle } from './settle.ts';
import { settleTables } from './tables.ts';
import { textTree } from './text-tree.ts';

/** What the importer knows better than the page, empty or null where it does not. */
export interface ArticleHints {
  readonly title: string;
  readonly standfirst: string;
  readonly author: string;
  readonly site: string;
  readonly published: string | null;
  readonly language: string | null;
}

export interface PreparedPicture {
  /** Where it would be fetched from; null if it came inside the page. */
  readonly address: string | null;
  readonly alt: string;
  /** Null for a drawing, which stands in the tree itself, and for what the file does not hold. */
  readonly asset: PictureAsset | null;
  readonly isKept: boolean;
}

export interface PreparedArticle {
  /** Sanitised, its blocks not yet numbered. No address in it leads to anything that would be loaded from elsewhere. */
  readonly tree: Root;
  /** What the text is: `list` is a page of links, `short` a few words, `empty` nothing that can be read. */
  readonly kind: ChosenText['kind'];
  readonly title: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly site: string;
  readonly published: string | null;
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
  readonly canonicalUrl: string | null;
  /** Null unless the file holds it. */
  readonly hero: PictureAsset | null;
  /** Those of the text, in its order; an `img` without `src` in the tree is one that is not kept. */
  readonly pictures: readonly PreparedPicture[];
  readonly imagesWanted: number;
  readonly imagesKept: number;
}

/** Of a page, the text is taken, or with `page` all that it holds. */
export function prepareArticle(
  content: ImportedContent,
  hints: ArticleHints,
  extent: 'main' | 'page' = 'main',
): PreparedArticle {
  switch (content.kind) {
    case 'html':
      return prepareHtml(content, hints, extent);
    case 'markdown': {
      const html = markdownToHtml(content.markdown);
      const { resources } = content;
      return html === null
        ? prepareText(content.markdown, hints)
        : prepareHtml({ kind: 'html', html, extent: 'article', baseUrl: null, resources }, hints, extent);
    }
    case 'text':
      return prepareText(content.text, hints);
  }
}

function prepareText(text: string, hints: ArticleHints): PreparedArticle {
  const tree = sanitizeArticle(textTree(text));
  return finish(tree, articleAlone, [], { hints, facts: nothingSaid, resources: () => null });
}

const articleAlone = { kind: 'article', byline: '' } as const;

function prepareHtml(
  content: Extract<ImportedContent, { kind: 'html' }>,
  hints: ArticleHints,
  extent: 'main' | 'page',
): PreparedArticle {
  const data = cutDataUris(content.html);
  const page = parseDocument(cutScripts(data.text));
  const facts = readPageFacts(page, content.baseUrl);
  const pictures = new PictureList(content.resources, facts.base, data);
  cleanPage(page, pictures);
  const title = hints.title || facts.title;
  const choose = extent === 'page' ? chooseWhole : chooseText;
  const chosen: ChosenText =
    content.extent === 'page' ? choose(page, title) : { root: page, from: 'main', ...articleAlone };
  const tree = chosen.root === null ? emptyTree() : toTree(chosen.root, data);
  const placed = settleTree(tree, title, facts.base, pictures.found);
  return finish(withoutEmptyClasses(sanitizeArticle(tree)), chosen, placed, {
    hints,
    facts,
    resources: content.resources,
  });
}

function toTree(root: PageParent, data: CutText): Root {
  const tree = fromParse5(root);
  const children = tree.type === 'root' ? tree.children : tree.type === 'element' ? [tree] : [];
  restore({ type: 'root', children }, data);
  return { type: 'root', children };
}

function restore(node: Root | Root['children'][number], data: CutText): void {
  if (node.type === 'text') node.value = data.restore(node.value);
  if ('children' in node) for (const child of node.children) restore(child, data);
}

/** Of classes that the page gave, the schema leaves the attribute. */
function withoutEmptyClasses(tree: Root): Root {
  eachElement(tree, (element) => {
    const names = element.properties['className'];
    if (Array.isArray(names) && names.length === 0) delete element.properties['className'];
  });
  return tree;
}

function emptyTree(): Root {
  return { type: 'root', children: [] };
}

/** From any tree of HTML to one shaped as an article. */
function settleTree(tree: Root, title: string, base: string | null, found: readonly FoundPicture[]): FoundPicture[] {
  const targets = rememberTargets(tree);
  keepNotes(tree);
  settleListings(tree);
  settleTables(tree);
  settle(tree);
  shiftHeadings(tree, title);
  placeFootnotes(tree);
  nameHeadings(tree);
  resolveLinks(tree, targets, base);
  return placePictures(tree, found);
}

interface Known {
  readonly hints: ArticleHints;
  readonly facts: PageFacts;
  readonly resources: Resources;
}

function finish(
  tree: Root,
  chosen: Pick<ChosenText, 'kind' | 'byline'>,
  placed: readonly FoundPicture[],
  { hints, facts, resources }: Known,
): PreparedArticle {
  const text = blockText(tree);
  const language = hints.language ?? facts.language;
  const pictures = placed.map(({ address, alt, asset, drawing }) => ({
    address,
    alt,
    asset,
    isKept: asset !== null || drawing !== null,
  }));
  const standfirst = hints.standfirst || facts.standfirst;
  const hasAnything = text !== '' || pictures.length > 0;
  return {
    tree,
    kind: hasAnything ? chosen.kind : 'empty',
    title: hints.title || facts.title,
    standfirst: text.slice(0, 2000).includes(standfirst.replace(/(?:…|\.{3})$/, '').slice(0, 80)) ? '' : standfirst,
    byline: hints.author || facts.byline || chosen.byline,
    site: hints.site || facts.site,
    published: hints.published ?? facts.published,
    language,
    direction: findDirection(facts.direction, language, text),
    canonicalUrl: facts.canonicalUrl,
    hero: heroOf(facts.hero, resources),
    pictures,
    imagesWanted: pictures.length,
    imagesKept: pictures.filter(({ isKept }) => isKept).length,
  };
}

function heroOf(address: string | null, resources: Resources): PictureAsset | null {
  const held = address === null ? null : resources(address);
  const read = held === null ? null : readPicture(held, 'hero', '');
  return read === null || read === 'dot' ? null : read.asset;
}

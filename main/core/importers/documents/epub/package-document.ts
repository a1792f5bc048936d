/** What a book says of itself: its package document (OPF), and the titles of its chapters from either kind of contents. */
import { ElementType, parseDocument } from 'htmlparser2';
import type { BookArchive } from './book-archive.ts';
import { decodeText } from '../../decode/decode-text.ts';

export interface BookItem {
  /** In the archive. */
  readonly path: string;
  readonly mediaType: string;
  readonly properties: string;
}

export interface Book {
  readonly title: string;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly publisher: string;
  readonly description: string;
  readonly date: string;
  readonly subjects: readonly string[];
  /** In reading order; `null` for a place of the spine that names nothing in the manifest. */
  readonly spine: readonly (BookItem | null)[];
  /** By path, without a fragment: the first title that the contents give to it. */
  readonly titles: ReadonlyMap<string, string>;
  /** Paths of what is no text: covers, title pages, contents, by what the book calls them. */
  readonly aside: ReadonlyMap<string, string>;
}

type Tree = ReturnType<typeof parseDocument>;
type Node = Tree['children'][number];
type Tag = Extract<Node, { attribs: Record<string, string> }>;

/** Null if the book has no package document. */
export function readBook(archive: BookArchive): Book | null {
  const path = packagePath(archive);
  const source = path === null ? null : archive.read(path);
  if (path === null || source === null) return null;
  const tree = parseXml(source);
  const items = new Map<string, BookItem>();
  for (const { attribs } of tagsIn(tree, 'item')) {
    const item = {
      path: resolvePath(path, attribs['href'] ?? ''),
      mediaType: attribs['media-type'] ?? '',
      properties: attribs['properties'] ?? '',
    };
    if (attribs['id'] !== undefined && !items.has(attribs['id'])) items.set(attribs['id'], item);
  }
  const texts = (name: string): string[] => tagsIn(tree, name).map(textOf).filter(Boolean);
  const named = tagsIn(tree, 'itemref').map(({ attribs }) => items.get(attribs['idref'] ?? '') ?? null);
  // A broken spine is no reason to lose a book: its pages in the order of the manifest.
  const spine = named.some((item) => item !== null) ? named : [...items.values()].filter(isPage);
  const toc = tagsIn(tree, 'spine')[0]?.attribs['toc'] ?? '';
  return {
    title: texts('title')[0] ?? '',
    authors: texts('creator'),
    language: texts('language')[0] ?? null,
    publisher: texts('publisher')[0] ?? '',
    description: texts('description')[0] ?? '',
    date: texts('date')[0] ?? '',
    subjects: texts('subject'),
    spine,
    titles: readTitles(archive, [...items.values()], items.get(toc) ?? null),
    aside: readGuide(tree, path, [...items.values()]),
  };
}

export function isPage({ mediaType, path }: BookItem): boolean {
  return /x?html|dtbook/i.test(mediaType) || (mediaType === '' && /\.x?html?$/i.test(path));
}

/** Named by the container; else the only one there is. */
function packagePath(archive: BookArchive): string | null {
  const container = archive.read('META-INF/container.xml');
  const named =
    container === null ? [] : tagsIn(parseXml(container), 'rootfile').map(({ attribs }) => attribs['full-path'] ?? '');
  return (
    named.find((path) => archive.names.includes(path)) ?? archive.names.find((name) => /\.opf$/i.test(name)) ?? null
  );
}

function readTitles(archive: BookArchive, items: readonly BookItem[], ncx: BookItem | null): Map<string, string> {
  const titles = new Map<string, string>();
  const add = (from: string, href: string, title: string): void => {
    const path = resolvePath(from, href.replace(/#.*$/s, ''));
    if (title !== '' && !titles.has(path)) titles.set(path, title);
  };
  const nav = items.find(({ properties }) => /(?:^|\s)nav(?:\s|$)/.test(properties));
  const navSource = nav === undefined ? null : archive.read(nav.path);
  if (nav !== undefined && navSource !== null) {
    const lists = tagsIn(parseXml(navSource), 'nav');
    const contents = lists.find(({ attribs }) => /(?:^|\s)toc(?:\s|$)/.test(attribs['epub:type'] ?? '')) ?? lists[0];
    if (contents !== undefined)
      for (const link of tagsIn(contents, 'a')) add(nav.path, link.attribs['href'] ?? '', textOf(link));
  }
  const old = ncx ?? items.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml') ?? null;
  const oldSource = old === null ? null : archive.read(old.path);
  if (old !== null && oldSource !== null) {
    for (const point of tagsIn(parseXml(oldSource), 'navpoint')) {
      const label = tagsIn(point, 'navlabel')[0];
      const content = point.children.find((child): child is Tag => isTag(child, 'content'));
      add(old.path, content?.attribs['src'] ?? '', label === undefined ? '' : textOf(label));
    }
  }
  return titles;
}

function readGuide(tree: Tree, from: string, items: readonly BookItem[]): Map<string, string> {
  const aside = new Map<string, string>();
  for (const { attribs } of tagsIn(tree, 'reference')) {
    const kind = { cover: 'the cover', toc: 'the contents', 'title-page': 'the title page' }[
      attribs['type']?.toLowerCase() ?? ''
    ];
    if (kind !== undefined) aside.set(resolvePath(from, (attribs['href'] ?? '').replace(/#.*$/s, '')), kind);
  }
  for (const { path, properties } of items) if (/(?:^|\s)nav(?:\s|$)/.test(properties)) aside.set(path, 'the contents');
  return aside;
}

/** Names in lower case, prefixes of namespaces off, for books get both wrong. Entities of a DTD are not expanded. */
function parseXml(bytes: Uint8Array): Tree {
  return parseDocument(decodeText(bytes).text, {
    xmlMode: true,
    decodeEntities: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
}

function isTag(node: Node, name: string): node is Tag {
  return 'attribs' in node && node.name.replace(/^.*:/, '') === name;
}

function tagsIn(parent: Tree | Tag, name: string): Tag[] {
  const found: Tag[] = [];
  const stack: Node[] = parent.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isTag(node, name)) found.push(node);
    if ('children' in node) for (const child of node.children.toReversed()) stack.push(child);
  }
  return found;
}

function textOf(parent: Tag): string {
  const parts: string[] = [];
  const stack: Node[] = parent.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('data' in node && node.type === ElementType.Text) parts.push(node.data);
    if ('children' in node) for (const child of node.children.toReversed()) stack.push(child);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** A path in the archive, as the file at `from` names it. Paths above the archive end at its root. */
export function resolvePath(from: string, href: string): string {
  const url = URL.parse(href, `book:/${from.split('/').map(encodeURIComponent).join('/')}`);
  if (url?.protocol !== 'book:') return href;
  try {
    return decodeURIComponent(url.pathname).replace(/^\/+/, '');
  } catch (error) {
    if (error instanceof URIError) return url.pathname.replace(/^\/+/, '');
    throw error;
  }
}

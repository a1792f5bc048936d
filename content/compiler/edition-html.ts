/**
 * The whole edition as one HTML page: contents, every story, drawings and pictures inside it. It opens anywhere offline,
 * prints, runs nothing and asks the network for nothing. Drawings take the paper's colours for good, since the page has no
 * themes.
 */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { Picture } from '../../main/contract/entities.ts';
import { digest } from '../../main/core/collection/bundle-schema.ts';
import type { PlainSummary, StoryBody } from '../../main/core/collection/collection.ts';
import type { Edition } from './edition.ts';
import { withPaperColours } from '../../main/core/exporters/paper-palette.ts';
import { editionStyle } from './edition-style.ts';
import { element } from './element.ts';
import type { FileShelf } from './file-shelf.ts';

/** In pieces, a story at a time. */
export function* toEditionHtml({ source, summaries, cache }: Edition): Generator<string> {
  const { name, tagline, edition, issued, language, colophon, colours } = source.publication.value;
  const sections = source.sections.value.map((section) => ({
    ...section,
    stories: summaries.filter((summary) => summary.section?.id === section.id),
  }));
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, `${name}, ${edition}`),
    element('style', {}, editionStyle(colours.paper.ink)),
  );
  const header = element(
    'header',
    { className: ['front'] },
    element('h1', {}, name),
    element('p', {}, tagline),
    element('p', { className: ['meta'] }, `${edition}, ${longDate(issued, language)}`),
  );
  const contents = element(
    'nav',
    { ariaLabel: 'Contents' },
    ...sections.map((section) =>
      element('section', {}, element('h2', {}, section.name), element('ol', {}, ...section.stories.map(contentsLine))),
    ),
  );
  const footer = element('footer', { className: ['meta'] }, element('p', {}, colophon));

  const [opening = '', closing = ''] = toHtml(
    element('html', { lang: language }, head, element('body', {}, header, contents, element('main', {}, '|'), footer)),
  ).split(/(?<=<main>)\|(?=<\/main>)/);
  yield `<!doctype html>${opening}`;
  const stories = new Map(source.stories.map((story) => [story.matter.id, story]));
  for (const summary of sections.flatMap((section) => section.stories)) {
    const story = stories.get(summary.id);
    if (story === undefined) continue;
    yield cache.text(`edition-html\0${story.identity}\0${language}\0${digest(JSON.stringify(summary))}`, () =>
      toHtml(storyArticle(summary, story.body(), source.shelf, language)),
    );
  }
  yield `${closing}\n`;
}

function contentsLine(summary: PlainSummary): Element {
  return element(
    'li',
    {},
    element('a', { href: `#s-${summary.id}` }, summary.title),
    ' ',
    element('span', { className: ['meta'] }, `${summary.minutes} min`),
  );
}

function storyArticle(summary: PlainSummary, body: StoryBody, shelf: FileShelf, language: string): Element {
  const byline = [
    summary.author?.name,
    summary.published === null ? undefined : longDate(summary.published, language),
  ].filter((part) => part !== undefined);
  const kicker = [summary.section?.name, summary.kicker].filter((part) => part !== undefined && part !== null);
  return element(
    'article',
    { id: `s-${summary.id}`, lang: summary.language, dir: summary.direction },
    element('p', { className: ['kicker'] }, kicker.join(' · ')),
    element('h2', { className: ['title'] }, summary.title),
    element('p', { className: ['standfirst'] }, summary.standfirst),
    element('p', { className: ['meta'] }, byline.join(', ')),
    body.hero === null ? null : heroFigure(body.hero, shelf),
    ...settled(body.html, summary.id, shelf),
    body.sources.length === 0 ? null : sourceList(body.sources),
  );
}

function sourceList(sources: StoryBody['sources']): Element {
  const items = sources.map(({ title, publication, year }) =>
    element('li', {}, element('cite', {}, title), `, ${publication}, ${year}`),
  );
  return element('section', { className: ['sources'] }, element('h3', {}, 'Sources'), element('ul', {}, ...items));
}

function heroFigure({ svg, asset, alt, caption, credit, width, height }: Picture, shelf: FileShelf): Element {
  const picture =
    svg === null ? [element('img', { src: `/assets/${asset ?? ''}`, alt, width, height })] : fragment(svg);
  const words = [caption, credit].filter((part) => part !== null).join(' ');
  const figure = element(
    'figure',
    { className: ['figure'] },
    ...picture,
    words === '' ? null : element('figcaption', {}, words),
  );
  settle({ type: 'root', children: [figure] }, 'hero', shelf);
  return figure;
}

function settled(html: string, id: string, shelf: FileShelf): ElementContent[] {
  const children = fragment(html);
  settle({ type: 'root', children }, `s-${id}`, shelf);
  return children;
}

function fragment(html: string): ElementContent[] {
  return fromHtml(html, { fragment: true }).children.filter((child) => child.type !== 'doctype');
}

/** Many stories on one page: ids get their story's name, links stay on the page, pictures come inside. */
function settle(tree: Root, scope: string, shelf: FileShelf): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    delete properties['dataBlock'];
    delete properties['dataSkip'];
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string' && value.includes('var(--lectern-')) properties[name] = withPaperColours(value);
    }
    const { id, href, src } = properties;
    if (typeof id === 'string' && !id.startsWith('art-')) properties['id'] = `${scope}-${id}`;
    if (typeof href === 'string')
      properties['href'] = href.replace(/^#\/story\/(.*)$/, '#s-$1').replace(/^#(?!s-)(.*)$/, `#${scope}-$1`);
    if (tagName === 'img' && typeof src === 'string') {
      const asset = shelf.assets.get(src.replace('/assets/', ''));
      if (asset !== undefined) properties['src'] = `data:${asset.mediaType};base64,${asset.bytes().toString('base64')}`;
    }
  });
}

function longDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 10)}T12:00:00Z`),
  );
}

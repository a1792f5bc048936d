/** A small story for the tests of the exporters. */
import type { StoryBody } from '../collection/collection.ts';
import type { ExportedArticle } from './exported-article.ts';

/** A story of The Gazette with the given parts of its body. */
export function exampleStory(id: string, body: Partial<StoryBody> = {}): ExportedArticle {
  return {
    link: `lectern:story/${id}`,
    publication: { name: 'The Gazette', language: 'en-GB', edition: 'Number 1', issued: '2026-11-23' },
    summary: {
      id,
      source: 'collection',
      title: 'Tea & "toast": 50% of_all',
      standfirst: 'Why <tea> came first',
      section: { id: 'food', name: 'Food' },
      kind: 'brief',
      kicker: null,
      author: { id: 'desk', name: 'The Desk' },
      published: '2026-11-21T07:30',
      updated: null,
      words: 5,
      minutes: 1,
      tags: ['tea', 'toast'],
      language: 'en-GB',
      direction: 'ltr',
      spot: null,
      url: null,
    },
    body: {
      html: '<p data-block="0">It be\u00ADgan.</p>',
      blocks: ['It began.'],
      markdown: 'It *began*.\n',
      hero: {
        asset: null,
        svg: '<svg viewBox="0 0 1 1"></svg>',
        alt: 'A pot',
        caption: 'A <pot>',
        credit: null,
        width: 1,
        height: 1,
      },
      sources: [{ title: 'On tea', publication: 'The Leaf', year: 1999, url: null }],
      headings: [],
      imageCount: 0,
      ...body,
    },
  };
}

/** An article of which nothing is known but what is given. */
import type { ImportedArticle, ImportedContent } from './import-record.ts';

export function bareArticle(content: ImportedContent | null, known: Partial<ImportedArticle> = {}): ImportedArticle {
  return {
    externalId: null,
    url: null,
    title: '',
    standfirst: '',
    author: '',
    site: '',
    published: null,
    savedAt: null,
    language: null,
    tags: [],
    shelves: [],
    state: 'inbox',
    favourite: false,
    progress: null,
    readAt: null,
    highlights: [],
    note: '',
    content,
    ...known,
  };
}

import { toHtml } from 'hast-util-to-html';
import type { Resources } from '../../import-record.ts';
import { prepareArticle, type ArticleHints, type PreparedArticle } from '../prepare-article.ts';

export const noHints: ArticleHints = {
  title: '',
  standfirst: '',
  author: '',
  site: '',
  published: null,
  language: null,
};

export interface Prepared extends PreparedArticle {
  readonly html: string;
}

interface Options {
  readonly extent?: 'page' | 'article';
  readonly baseUrl?: string | null;
  readonly resources?: Resources;
}

/** A page as an importer would hand it over, and its tree as HTML. */
export function preparePage(html: string, options: Options = {}): Prepared {
  const { extent = 'page', baseUrl = 'https://site.example/a/b.html', resources = () => null } = options;
  const prepared = prepareArticle({ kind: 'html', html, extent, baseUrl, resources }, noHints);
  return { ...prepared, html: toHtml(prepared.tree) };
}

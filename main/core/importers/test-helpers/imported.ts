import type { ImportContext } from '../format.ts';
import { importBytes } from '../import-bytes.ts';
import type { ImportedArticle, ImportRecord } from '../import-record.ts';
import { prepareArticle, type PreparedArticle } from '../prepare/prepare-article.ts';
import { toHtml } from 'hast-util-to-html';

const alone: ImportContext = { beside: () => null, charset: null };

export async function recordsOf(name: string, bytes: Uint8Array | string, context = alone): Promise<ImportRecord[]> {
  const records: ImportRecord[] = [];
  for await (const record of importBytes(name, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, context))
    records.push(record);
  return records;
}

export function articlesOf(records: readonly ImportRecord[]): ImportedArticle[] {
  return records.flatMap((record) => (record.kind === 'article' ? [record.article] : []));
}

/** As the session hands an article on, with its tree as HTML. */
export function prepared(article: ImportedArticle | undefined): PreparedArticle & { readonly html: string } {
  if (article?.content == null) throw new TypeError('There is no content to prepare.');
  const made = prepareArticle(article.content, article);
  return { ...made, html: toHtml(made.tree) };
}

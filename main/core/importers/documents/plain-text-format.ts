/** Text files. What comes here is text that is nothing else. */
import { bareArticle } from '../bare-article.ts';
import { decodeText } from '../decode/decode-text.ts';
import type { Format, ImportContext, ImportFile } from '../format.ts';
import type { ImportRecord } from '../import-record.ts';
import { nameWithoutEnding } from './file-title.ts';

export const plainTextFormat: Format = {
  name: 'text',
  recognise: ({ head, ending }) => {
    if (head.trim() === '' || /^(?:json|jsonl|csv|tsv|xml|opml|rss|atom|css|js|ts|html?)$/.test(ending)) return null;
    if (/^\s*(?:[[{]|<\?xml|<(?:rss|feed|opml)\b)/i.test(head)) return null;
    return 'It is text without a mark of any other format.';
  },
  read: readText,
};

async function* readText({ name, bytes }: ImportFile, { charset }: ImportContext): AsyncGenerator<ImportRecord> {
  await Promise.resolve(); // a stream of one
  const { text } = decodeText(bytes, charset);
  const { title, body } = splitTitle(text);
  const article = bareArticle({ kind: 'text', text: body }, { title: title || nameWithoutEnding(name) });
  yield { kind: 'article', input: name, row: 1, article };
}

/** A short line by itself at the beginning that does not end as a sentence does. */
function splitTitle(text: string): { title: string; body: string } {
  const match = /^\s*([^\n]{3,120}?)[ \t]*\r?\n[ \t]*\r?\n(?=[^]*\S)/.exec(text.slice(0, 4000));
  const title = match?.[1]?.trim() ?? '';
  if (match === null || /[.:;,。]$/.test(title) || !/\p{L}/u.test(title)) return { title: '', body: text };
  return { title: title.replace(/^#+\s*|\s*#+$/g, ''), body: text.slice(match[0].length) };
}

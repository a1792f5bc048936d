/** What a line of HTML says: a title of a feed, which may be escaped once, twice or in CDATA. */
import { Parser } from 'htmlparser2';

/** Without tags, on one line; entities that HTML knows are the letters they stand for, others stay as they are written. */
export function plainTextOf(html: string): string {
  if (!/[<&]/.test(html)) return oneLine(html);
  let text = '';
  const parser = new Parser(
    {
      ontext: (more) => (text += more),
      onopentag: (name) => (text += inline.has(name) ? '' : ' '),
      onclosetag: (name) => (text += inline.has(name) ? '' : ' '),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return oneLine(text);
}

const inline = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'mark',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Pages and chapters that Lectern wrote (exporters/own-page.ts): what they say of themselves, and their text alone. */
import { parseFragment } from 'parse5';
import { articleOf } from '../jsonl-fields.ts';
import type { ImportedArticle, Resources } from '../import-record.ts';
import { attribute, walk } from './nodes.ts';

const meta = /<meta name="lectern" content="[^"]*"\s*\/?>/;
const textBegins = '<!--lectern:text-->';
const textEnds = '<!--/lectern:text-->';

/** Null for any other page. */
export function ownPage(html: string, resources: Resources): ImportedArticle | null {
  const found = meta.exec(html)?.[0];
  const from = html.indexOf(textBegins);
  const to = html.lastIndexOf(textEnds);
  if (found === undefined || from === -1 || to < from) return null;
  const fields = readFields(found);
  const text = html.slice(from + textBegins.length, to);
  // What the pipeline would find out of a page's own words stands in the fields.
  return fields === null ? null : articleOf({ ...fields, html: text, text: undefined }, resources);
}

/** Whether it is the page that lists the others. */
export function isOwnList(html: string): boolean {
  return html.slice(0, 2000).includes('<meta name="lectern-list"');
}

function readFields(element: string): Record<string, unknown> | null {
  let content = '';
  walk(parseFragment(element), (node) => {
    content ||= attribute(node, 'content') ?? '';
    return true;
  });
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null; // somebody has edited it: then it is read as any page
  }
}

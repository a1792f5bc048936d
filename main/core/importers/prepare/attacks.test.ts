import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { sanitizeArticle } from '../../text/article-schema.ts';
import { prepareArticle, type PreparedArticle } from './prepare-article.ts';
import { noHints } from './test-helpers/prepared.ts';

/** One a line; each is put into a page that has a text of its own. */
const attacks = readFileSync(join(import.meta.dirname, '../fixtures/attacks.txt'), 'utf8')
  .trimEnd()
  .split('\n');

const paragraph =
  'The loom stood by the window, and whoever sat at it could see the harbour, the boats that came in, and the weather that would follow them home in the evening.';
const pageWith = (attack: string): string =>
  `<!doctype html><html><head><title>A page</title></head><body><main><article><h1>A page</h1><p>${paragraph}</p>${attack}<p>${paragraph}</p></article></main></body></html>`;

function prepare(html: string, extent: 'page' | 'article'): PreparedArticle {
  const content = {
    kind: 'html',
    html,
    extent,
    baseUrl: 'https://site.example/a/b.html',
    resources: () => null,
  } as const;
  return prepareArticle(content, noHints);
}

/** Everything in a tree that could do more than be read. */
function dangersIn(tree: Root): string[] {
  const dangers: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element') {
      if (
        /^(?:script|style|iframe|object|embed|form|input|button|link|meta|base|template|use|image|foreignObject|animate|set|video|audio|source)$/i.test(
          node.tagName,
        )
      )
        dangers.push(node.tagName);
      for (const [name, value] of Object.entries(node.properties)) {
        if (
          /^on/i.test(name) ||
          /^(?:style|srcset|srcdoc|xLinkHref|action|formAction|background|poster|ping|id)$/i.test(name)
        ) {
          if (name !== 'id' || !/^(?:n\d+|h-|art-)/.test(String(value))) dangers.push(`${node.tagName} ${name}`);
        }
        if (name === 'src' && !/^\/assets\/[0-9a-f]{32}\.\w+$/.test(String(value)))
          dangers.push(`src ${String(value)}`);
        if (name === 'href' && !/^(?:https?:\/\/|mailto:|#)/.test(String(value))) dangers.push(`href ${String(value)}`);
        if (/url\((?!#)/.test(String(value)) && name !== 'href') dangers.push(`${name} ${String(value)}`);
      }
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return dangers;
}

describe('a hostile page', () => {
  it('has at least 150 ways', () => {
    expect(new Set(attacks).size).toBeGreaterThanOrEqual(150);
  });

  it.each(attacks)('%s', (attack) => {
    for (const extent of ['page', 'article'] as const) {
      const { tree } = prepare(pageWith(attack), extent);
      expect(dangersIn(tree)).toEqual([]);
      expect(sanitizeArticle(tree)).toEqual(tree);
      // What a browser makes of it is what stood in the tree, and nothing that was text has become markup.
      const written = toHtml(tree);
      const again = fromHtml(written, { fragment: true });
      expect(dangersIn(again)).toEqual([]);
      expect(toHtml(again)).toBe(written);
      expect(written).toContain('The loom stood by the window');
    }
  });

  it('is inert too when its attacks stand in one another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...attacks), { minLength: 2, maxLength: 5 }),
        fc.constantFrom('page', 'article'),
        (parts, extent) => {
          const { tree } = prepare(pageWith(parts.join('')), extent);
          const written = toHtml(tree);
          const again = fromHtml(written, { fragment: true });
          expect(dangersIn(tree)).toEqual([]);
          expect(dangersIn(again)).toEqual([]);
          expect(toHtml(again)).toBe(written);
        },
      ),
      { numRuns: 60 },
    );
  });
});

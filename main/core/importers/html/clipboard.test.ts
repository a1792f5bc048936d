import { describe, expect, it } from 'vitest';
import { isClipboard } from './clipboard.ts';
import { htmlFormat } from './html-format.ts';

async function read(html: string) {
  const file = { name: 'Pasted page.html', bytes: Buffer.from(html) };
  for await (const record of htmlFormat.read(file, { beside: () => null, charset: null }))
    if (record.kind === 'article') return record.article;
  throw new Error('the clipboard holds one article');
}

describe('what was copied from a page', () => {
  it('is an article of the copied part alone, from any system', async () => {
    const part = '<p>The copied words.</p>';
    const windows = `Version:0.9\r\nStartHTML:0\r\nSourceURL:https://a.example/page\r\n<html><body>Around<!--StartFragment-->${part}<!--EndFragment--></body></html>`;
    for (const html of [`<!--StartFragment-->${part}<!--EndFragment-->`, windows]) {
      const { content } = await read(html);
      expect(content).toMatchObject({ kind: 'html', html: part, extent: 'article' });
    }
    expect((await read(windows)).url).toBe('https://a.example/page');
  });

  it('is not taken for a page in which an editor left the marks', async () => {
    const page =
      '<!doctype html><html><body><p>Before</p><!--StartFragment--><p>Within</p><!--EndFragment--></body></html>';
    expect(isClipboard(page)).toBe(false);
    expect((await read(page)).content).toMatchObject({ kind: 'html', extent: 'page' });
  });
});

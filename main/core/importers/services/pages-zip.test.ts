import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../archive/test-helpers/make-archive.ts';
import { smallPng } from '../test-helpers/small-png.ts';
import { importFile } from './test-helpers/import-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-pages-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('an archive of notes and pages', () => {
  it('gives a vault of Obsidian note by note with its pictures, and accounts for the rest', async () => {
    const path = await makeArchive(folder, 'vault.zip', {
      'Vault/Tea.md': '---\ntags: [leaf]\n---\n\nA pot.\n\n![[pot.png]]\n\n![cup](../Pictures/a%20cup.png)\n',
      'Vault/pot.png': smallPng,
      'Pictures/a cup.png': smallPng,
      'Vault/.obsidian/app.json': '{}',
      'Vault/list.csv': 'a,b\n',
      'Page.html': '<!doctype html><title>Milk</title><article><p>Milk is white.</p></article>',
    });
    const { format, articles, records } = await importFile(path);
    expect(format).toBe('Archive of notes and pages');
    expect(articles.map(({ title, tags }) => [title, tags])).toEqual([
      ['Tea', ['leaf']],
      ['', []],
    ]);
    const [tea] = articles;
    const resources = tea?.content?.kind === 'markdown' ? tea.content.resources : () => null;
    expect(
      ['pot.png', '../Pictures/a%20cup.png', '../../etc/passwd.png'].map((name) => resources(name)?.bytes.length),
    ).toEqual([smallPng.length, smallPng.length, undefined]);
    expect(records.map((record) => [record.input, 'service' in record ? record.service : record.kind])).toEqual([
      ['vault.zip/Vault/Tea.md', 'markdown'],
      ['vault.zip/Page.html', 'html'],
      ['vault.zip/Vault/list.csv', 'no-content'],
    ]);
  });

  it('is no book, and no archive of other things', async () => {
    const book = await makeArchive(folder, 'book.zip', { mimetype: 'application/epub+zip', 'a.xhtml': '<p>a</p>' });
    const other = await makeArchive(folder, 'other.zip', { 'a.bin': 'x', 'b.bin': 'y', 'readme.md': 'words' });
    for (const path of [book, other]) expect((await importFile(path)).format).not.toBe('Archive of notes and pages');
  });
});

/** Taking articles out: every format through the window, and back in. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from '../fixtures/desk.ts';
import { ExportPage } from '../pages/export-page.ts';
import { ImportPage } from '../pages/import-page.ts';
import { Rail } from '../pages/rail.ts';

const lines = [
  {
    ...{ id: 'ferries', title: 'A letter on ferries', url: 'https://letters.example/1', author: 'Ann' },
    ...{ html: `<p>One. ${'The ferry is late again. '.repeat(9)}</p><h2>Second part</h2><p>Two.</p>` },
    ...{ tags: ['boats and tides'], shelves: [['Letters', 'Old']], note: 'Ask Ann.' },
    highlights: [{ quote: 'The ferry is late again.', note: 'As ever' }],
  },
  { id: 'bridges', title: 'A letter on bridges', text: 'Bridges. '.repeat(60), tags: ['stone'] },
  { id: 'link', title: 'An address alone', url: 'https://letters.example/3', favourite: true },
];

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-out-'));
  writeFileSync(join(folder, 'letters.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('every format is made, told of, and leaves as a file of its kind', async ({ desk: { page: window } }) => {
  const imports = new ImportPage(window);
  await imports.open();
  await imports.choose('Choose files', join(folder, 'letters.jsonl'));
  await imports.button(/^Import/).click();
  await expect(imports.button('Undo')).toBeVisible();

  const exports = new ExportPage(window);
  await exports.open();
  await exports.format('Bookmarks').check();
  await expect(exports.holds).toContainText('2 articles, about');
  await expect(exports.holds).toContainText('1 article without an address is left out');
  await expect(exports.losses).toContainText('Left behind: the text,');

  const text = async (name: string): Promise<string> => readFileSync(await (await exports.take(name)).path(), 'utf8');
  const files = async (name: string, fileName: RegExp): Promise<Record<string, string>> => {
    const download = await exports.take(name);
    expect(download.suggestedFilename()).toMatch(fileName);
    const held = unzipSync(readFileSync(await download.path()));
    return Object.fromEntries(Object.entries(held).map(([entry, bytes]) => [entry, strFromU8(bytes)]));
  };
  expect(await text('Bookmarks')).toContain('HREF="https://letters.example/3"');
  expect(await text('Readwise highlights')).toContain('The ferry is late again.,A letter on ferries,Ann,');
  expect(JSON.parse(await text('Web annotations'))).toMatchObject({ type: 'AnnotationCollection', total: 2 });
  expect((await text('JSON Lines')).trim().split('\n')).toHaveLength(3);
  const notes = await files('Markdown', /^lectern-markdown-\d{4}-\d\d-\d\d\.zip$/);
  expect(notes['A letter on ferries.md']).toMatch(/^---\ntitle: A letter on ferries\n[^]*## Second part\n/);
  expect(Object.keys(await files('Web pages', /\.zip$/))).toContain('index.html');
  expect((await files('Book (EPUB)', /^articles-.*\.epub$/))['OEBPS/nav.xhtml']).toContain('A letter on bridges');

  const all = await exports.take('Everything');
  await all.saveAs(join(folder, all.suggestedFilename()));
  await imports.open();
  await imports.choose('Choose files', join(folder, all.suggestedFilename()));
  await expect(imports.said(/Lectern library/)).toBeVisible();
  await expect(imports.part(/merged/)).toHaveAccessibleName(/^3/);
  await expect(new Rail(window).entry('Library')).toHaveAccessibleDescription('3');
});

test('a selection is exported by tag and by search, with nothing for whoever cannot see', async ({
  desk: { page: window },
}) => {
  const imports = new ImportPage(window);
  await imports.open();
  await imports.choose('Choose files', join(folder, 'letters.jsonl'));
  await imports.button(/^Import/).click();
  await expect(imports.button('Undo')).toBeVisible();

  const exports = new ExportPage(window);
  await exports.open();
  await exports.format('JSON Lines').check();
  await exports.which('Those with a tag').check();
  await expect(exports.start).toBeDisabled();
  await window.getByRole('combobox', { name: 'Tag' }).selectOption('stone');
  await expect(exports.holds).toContainText('1 article, about');
  const download = await exports.take('JSON Lines');
  expect(readFileSync(await download.path(), 'utf8')).toContain('"id":"bridges"');

  await exports.which('What a search finds').check();
  await window.getByRole('searchbox', { name: 'Search for' }).fill('ferry');
  await expect(exports.holds).toContainText('1 article, about');
  await exports.run('JSON Lines').getByRole('button', { name: 'Remove' }).click();
  await expect(exports.run('JSON Lines')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page: window }).analyze();
  expect(violations).toEqual([]);
});

test('an empty library says what to do', async ({ desk: { page: window } }) => {
  await new ExportPage(window).open();
  await expect(window.getByText('There is nothing in your library yet')).toBeVisible();
  await expect(window.getByRole('main').getByRole('link', { name: 'Bring articles in' })).toBeVisible();
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/desk.ts';
import { ImportPage } from '../pages/import-page.ts';

/** One article that was saved four times, each time with another text, and one that was saved once. */
const lines = [
  ...['first', 'second', 'third', 'fourth'].map((word) => ({
    id: 'tides',
    title: 'Tides of the bay',
    content: `${word} tide. `.repeat(80),
  })),
  { id: 'sand', title: 'How sand moves', content: 'Sand moves. '.repeat(40) },
];

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-storage-'));
  writeFileSync(join(folder, 'saved.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what the library takes is shown, and the cleaner removes what it was told to, and only that', async ({
  desk,
}) => {
  const { page } = desk;
  const imports = new ImportPage(page);
  await imports.open();
  await imports.choose('Choose files', join(folder, 'saved.jsonl'));
  await imports.button(/^Import /).click();
  await expect(imports.button('Undo')).toBeVisible();

  await page.evaluate(() => (window.location.hash = '#/story/tides'));
  await expect(page.getByText(/^Kept whole on this device, \d+ kB$/)).toBeVisible();
  await page.evaluate(() => (window.location.hash = '#/storage'));
  await expect(page.getByRole('region', { name: 'In all' })).toContainText(/Earlier texts\s+\d+ kB/);
  const largest = page.getByRole('region', { name: 'What takes most' });
  await expect(largest.getByRole('listitem').first()).toContainText('Tides of the bay');
  await largest.getByRole('button', { name: 'Sites' }).click();
  await expect(largest.getByRole('listitem')).toHaveText([/Without a site.*2 articles/s]);

  const cleaner = page.getByRole('region', { name: 'What could go' });
  await expect(cleaner.getByRole('heading', { level: 3 })).toHaveText(['Earlier texts of 1 article']);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await cleaner.getByRole('button', { name: /^Remove for good: Earlier/ }).click();
  await cleaner.getByRole('button', { name: 'Keep everything' }).click();
  await expect(cleaner.getByRole('heading', { name: 'Earlier texts of 1 article' })).toBeVisible();
  await cleaner.getByRole('button', { name: /^Remove for good: Earlier/ }).click();
  await cleaner.getByRole('button', { name: 'Remove for good', exact: true }).click();
  await expect(cleaner.getByText('Nothing: all that is here is in use.')).toBeVisible();
  await expect(page.getByText(/1 article put in order/)).toBeVisible();
});

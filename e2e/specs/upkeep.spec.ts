import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { ImportPage } from '../pages/import-page.ts';
import { UpkeepPage } from '../pages/upkeep-page.ts';

const long = 'The guides have read the marks for years, and the flats are wide and grey under the wind. '.repeat(4);
const article = (height: string) =>
  JSON.stringify({
    id: 'tides',
    title: 'Tides of the bay',
    author: 'A. Writer',
    content: `The tide rose by ${height} metres.\n\n${long}\n\nSubscribe to our letter!`,
    highlights: [{ quote: 'the flats are "wide" and grey' }, { quote: 'nothing of the kind' }],
  });

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-given-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function bring(page: Page, name: string, content: string): Promise<void> {
  const imports = new ImportPage(page);
  await imports.open();
  const path = join(folder, name);
  writeFileSync(path, content);
  await imports.choose('Choose files', path);
  await imports.button(/^(?:Import|Merge) 1 /).click();
  await expect(imports.button('Undo')).toBeVisible();
}

test('details are edited by keyboard, survive the page coming again, and are taken back', async ({ desk }) => {
  const { page } = desk;
  await bring(page, 'a.jsonl', article('two'));
  const upkeep = new UpkeepPage(page);
  await upkeep.open('tides');
  await page.keyboard.press('Control+e');
  const sheet = upkeep.sheet('Edit details');
  await expect(sheet.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('My tides');
  await sheet.getByRole('textbox', { name: 'Published' }).fill('in spring');
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('alert')).toContainText(
    '“Published” is no date; write it as year, month and day: 2026-03-14.',
  );
  await expect(sheet.getByRole('textbox', { name: 'Published' })).toBeFocused();
  await sheet.getByRole('textbox', { name: 'Published' }).fill('2025-05-06');
  await page.keyboard.press('Enter');
  await expect(upkeep.headline).toHaveText('My tides');
  await expect(page.getByText('6 May 2025')).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(upkeep.headline).toHaveText('Tides of the bay');
});

test('a text that changed is compared with what stood there, and brought back', async ({ desk }) => {
  const { page } = desk;
  await bring(page, 'a.jsonl', article('two'));
  await bring(page, 'b.jsonl', article('three'));
  const upkeep = new UpkeepPage(page);
  await upkeep.open('tides');
  await page.getByRole('button', { name: 'with an earlier text' }).click();
  const sheet = upkeep.sheet('What changed since you saved it');
  await expect(sheet.getByRole('deletion')).toHaveText('two');
  await expect(sheet.getByRole('insertion')).toHaveText('three');
  await sheet.getByRole('button', { name: 'Next change' }).click();
  await expect(sheet.getByRole('group', { name: 'Changed' })).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await sheet.getByRole('button', { name: 'Bring this text back' }).click();
  await expect(page.getByText('The tide rose by two metres.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The tide rose by three metres.')).toBeVisible();
});

test('an earlier text goes for good only after it was asked', async ({ desk }) => {
  const { page } = desk;
  await bring(page, 'a.jsonl', article('two'));
  await bring(page, 'b.jsonl', article('three'));
  const upkeep = new UpkeepPage(page);
  await upkeep.open('tides');
  await page.getByRole('button', { name: 'with an earlier text' }).click();
  const sheet = upkeep.sheet('What changed since you saved it');
  const ask = sheet.getByRole('button', { name: 'Remove it for good…' });
  await ask.click();
  await expect(sheet.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ask).toBeFocused();
  await expect(sheet.getByRole('deletion')).toHaveText('two');
  await ask.click();
  await sheet.getByRole('button', { name: 'Remove for good', exact: true }).click();
  await expect(sheet).toContainText('No earlier text is kept.');
  await expect(page.getByText('The tide rose by three metres.')).toBeVisible();
});

test('a part is hidden and brought back; highlights are marked where they stand', async ({ desk }) => {
  const { page } = desk;
  await bring(page, 'a.jsonl', article('two'));
  const upkeep = new UpkeepPage(page);
  await upkeep.open('tides');
  await expect.poll(() => upkeep.markCount()).toBe(1);
  await expect(page.getByText('Not found in the present text.')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show it in the text' }).click();

  await upkeep.choose('Edit text');
  const sheet = upkeep.sheet('Edit text');
  const last = sheet.getByRole('listitem').filter({ hasText: 'Subscribe' });
  await last.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(sheet.getByRole('status')).toContainText('1 of 3 hidden');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'One part hidden' })).toBeVisible();
  await expect(page.getByText('Subscribe to our letter!')).toHaveCount(0);
  await page.getByRole('button', { name: 'One part hidden' }).click();
  await sheet.getByRole('button', { name: 'Show all' }).click();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Subscribe to our letter!')).toBeVisible();
});

test('a text without its original says why it cannot be made anew', async ({ desk }) => {
  const { page } = desk;
  await bring(page, 'a.jsonl', article('two'));
  const upkeep = new UpkeepPage(page);
  await upkeep.open('tides');
  await upkeep.choose('Make the text anew');
  await expect(upkeep.sheet('Make the text anew')).toContainText('was not kept');
});

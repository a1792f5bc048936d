import { closeSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Desk } from '../fixtures/desk.ts';
import { BackupPage } from '../pages/backup-page.ts';
import { ImportPage } from '../pages/import-page.ts';

const lines = (...titles: string[]) =>
  titles
    .map((title) =>
      JSON.stringify({ id: title.toLowerCase(), title, text: `${title} is a town. `.repeat(40), tags: ['towns'] }),
    )
    .join('\n');

async function bringIn({ page, dataDirectory }: Desk, ...titles: string[]): Promise<void> {
  const path = join(dataDirectory, 'towns.jsonl');
  writeFileSync(path, lines(...titles));
  const importing = new ImportPage(page);
  await importing.open();
  await importing.choose('Choose files', path);
  await importing.button(/^Import \d/).click();
  await expect(importing.button(/Undo|Take/)).toBeVisible();
}

async function throwAway(page: Page, id: string): Promise<void> {
  await page.evaluate(async (articleId) => {
    const call = (method: string, input: unknown) =>
      fetch(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
    const selection = { ids: [articleId] };
    await call('library.change', { selection, change: { kind: 'trash' } });
    await call('library.purge', { selection });
  }, id);
}

test('a backup is made, verified, and merged back after a look at what would come of it', async ({ desk }) => {
  await bringIn(desk, 'Leiden', 'Utrecht');
  const backup = new BackupPage(desk.page);
  await backup.open();
  await expect(backup.said('There is no backup in the folder yet.')).toBeVisible();
  await backup.backUp.click();
  await expect(backup.said(/2 articles, 0 pictures and originals, .* read back and compared/)).toBeVisible();
  await backup.verify(/lectern-backup-.*zip/).click();
  await expect(backup.said(/It is whole: 2 articles/)).toBeVisible();

  const [saved] = await Promise.all([desk.page.waitForEvent('download'), backup.save(/lectern-backup-.*zip/).click()]);
  expect(saved.suggestedFilename()).toMatch(/^lectern-backup-.*\.zip$/);

  await throwAway(desk.page, 'leiden');
  await backup.restore(/lectern-backup-.*zip/).click();
  await expect(backup.said('1 article would come back.')).toBeVisible();
  await backup.restoreMerged.click();
  await expect(backup.said(/1 article came, .* 1 article here as it was/)).toBeVisible();
  await desk.page.getByRole('link', { name: 'See each article, or take it back' }).click();
  await expect(desk.page.getByText('Leiden').first()).toBeVisible();
});

test('the whole library is put back, the window goes on, and what was there can be taken back', async ({ desk }) => {
  await bringIn(desk, 'Leiden');
  const backup = new BackupPage(desk.page);
  await backup.open();
  await backup.backUp.click();
  await expect(backup.said(/read back and compared/)).toBeVisible();
  await bringIn(desk, 'Delft');
  await backup.open();
  await backup.restore(/lectern-backup-.*zip/).click();
  await expect(backup.said(/1 article is only here/)).toBeVisible();
  await backup.restoreWhole.click();
  await expect(backup.said(/Restored from lectern-backup-/)).toBeVisible();
  await desk.page.getByRole('link', { name: 'Library', exact: true }).click();
  await expect(desk.page.getByText('Leiden').first()).toBeVisible();
  await expect(desk.page.getByText('Delft')).toHaveCount(0);

  await backup.open();
  await backup.snapshots.first().click();
  await expect(desk.page.getByRole('heading', { name: /The library on/ })).toBeVisible();
  await desk.page.getByRole('searchbox', { name: 'Words of the title' }).fill('delft');
  await expect(desk.page.getByText('gone now')).toBeVisible();
  await desk.page.getByRole('button', { name: 'Delft' }).click();
  await expect(desk.page.getByText('Delft is a town.').first()).toBeVisible();
  await desk.page.getByRole('button', { name: 'Close' }).click();
  await desk.page.getByRole('checkbox', { name: 'Take “Delft” back' }).check();
  await desk.page.getByRole('button', { name: 'Take 1 article back' }).click();
  await expect(desk.page.getByText('1 article came')).toBeVisible();
  await expect(desk.page.getByText('here as it was', { exact: true })).toBeVisible();
});

test('a check finds a picture that is gone and an orphan, and the repair mends what can be mended', async ({
  desk,
}) => {
  await bringIn(desk, 'Leiden');
  await desk.restart();
  const segment = readdirSync(join(desk.dataDirectory, 'index')).find((name) => name.endsWith('.segment'));
  const backup = new BackupPage(desk.page);
  await backup.open();
  await backup.check.click();
  await expect(backup.said('All is well: every row, every file and the index.')).toBeVisible();
  if (segment !== undefined) writeFileSync(join(desk.dataDirectory, 'index', segment), 'no segment');
  await backup.check.click();
  await expect(backup.said('The index is made again from the articles.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await backup.repair.click();
  await expect(backup.said('All is well: every row, every file and the index.')).toHaveCount(0);
});

test('a damaged library opens for reading, says what happened, and comes back with what is newer', async ({ desk }) => {
  await bringIn(desk, 'Leiden', 'Utrecht');
  const backup = new BackupPage(desk.page);
  await backup.open();
  await backup.takeSnapshot.click();
  await expect(backup.said('A snapshot was taken.')).toBeVisible();
  await bringIn(desk, 'Delft');
  // The log is in the file once nobody has it open any more; then its beginning is overwritten.
  const path = join(desk.dataDirectory, 'library.db');
  await desk.stopped(() => {
    expect(statSync(path).size).toBeGreaterThan(0);
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 0);
    closeSync(file);
  });
  await expect(desk.page.getByText('Nothing is being kept.')).toBeVisible();
  await desk.page.getByRole('link', { name: 'What can be done about it' }).click();
  const rescue = new BackupPage(desk.page);
  await expect(desk.page.getByRole('heading', { name: 'Your library file is damaged' })).toBeVisible();
  await rescue.rescue.click();
  await expect(rescue.said(/1 article newer than the snapshot was saved from the damaged file/)).toBeVisible();
  await expect(desk.page.getByText('Nothing is being kept.')).toHaveCount(0);
  await desk.page.getByRole('link', { name: 'Library', exact: true }).click();
  for (const town of ['Leiden', 'Utrecht', 'Delft']) await expect(desk.page.getByText(town).first()).toBeVisible();
  expect(readdirSync(join(desk.dataDirectory, 'damaged'))).toHaveLength(1);
});

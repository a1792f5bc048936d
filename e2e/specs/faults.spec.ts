import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectionDirectory as shipped } from '../collection.ts';
import { expect, test as base } from '../fixtures/desk.ts';
import { Rail } from '../pages/rail.ts';
import { StoryPage } from '../pages/story-page.ts';

base.describe('a bundle in which one story was tampered with', () => {
  const test = base.extend({
    collectionDirectory: async ({}, use) => {
      const directory = mkdtempSync(join(tmpdir(), 'lectern-tampered-'));
      cpSync(shipped, directory, { recursive: true });
      appendFileSync(join(directory, 'stories', 'morris.json'), ' ');
      await use(directory);
      rmSync(directory, { recursive: true });
    },
  });

  test('refuses that story, says what to do, and shows the others', async ({ desk: { page } }) => {
    await page.evaluate(() => (window.location.hash = '#/story/morris'));
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      /morris\.json has been changed.*(Reinstall|make the collection)/,
    );
    const story = new StoryPage(page);
    await story.open('code-red');
    await expect(story.question).toBeVisible();
  });
});

base.describe('a library file that is no database', () => {
  const garbage = 'this is not a database '.repeat(200);
  const test = base.extend({
    dataDirectory: async ({}, use) => {
      const directory = mkdtempSync(join(tmpdir(), 'lectern-damaged-'));
      writeFileSync(join(directory, 'library.db'), garbage);
      await use(directory);
      rmSync(directory, { recursive: true });
    },
  });

  test('still lets one read, says that nothing is kept, and leaves the file alone', async ({ desk }) => {
    await expect(desk.page.getByText(/library\.db/).first()).toBeVisible();
    const story = new StoryPage(desk.page);
    await story.open('code-red');
    await expect(story.question).toBeVisible();
    await story.bookmark.click();
    await expect(story.bookmark).toHaveAttribute('aria-pressed', 'false');
    expect(readFileSync(join(desk.dataDirectory, 'library.db'), 'utf8')).toBe(garbage);
  });
});

base('an address of a story that is not there leads back to the ones that are', async ({ desk: { page } }) => {
  await page.evaluate(() => (window.location.hash = '#/story/no-such-story'));
  await expect(page.getByText(/no such story|not in this|no story/i).first()).toBeVisible();
  await new Rail(page).goTo('Home');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

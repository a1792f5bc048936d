import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/desk.ts';
import { LibrariesSection } from '../pages/libraries-section.ts';
import { StoryPage } from '../pages/story-page.ts';

test.use({ atHome: true });

test.beforeEach(({ dataDirectory }) => {
  mkdirSync(join(dataDirectory, 'Documents'));
});

test('a second library keeps what is its own', async ({ desk }) => {
  const { page } = desk;
  const story = new StoryPage(page);
  await story.open('code-blue');
  await desk.answered('bookmarks.set', () => story.bookmark.click());
  const bookmarks = page.getByRole('navigation', { name: 'Lectern' }).getByRole('link', { name: 'Bookmarks' });
  await expect(bookmarks).toHaveAccessibleDescription('1');

  const libraries = new LibrariesSection(page);
  await libraries.open();
  await libraries.create('Work', 'Documents');
  await libraries.row('Work').getByRole('button', { name: 'Open' }).click();
  await expect(libraries.row('Work')).toContainText('Open');
  await expect(page.getByText('“Work” is open.')).toBeVisible();
  await expect(bookmarks).toHaveAccessibleDescription('0');

  await desk.restart();
  const again = desk.page.getByRole('navigation', { name: 'Lectern' }).getByRole('link', { name: 'Bookmarks' });
  await expect(again).toHaveAccessibleDescription('0');
  const back = new LibrariesSection(desk.page);
  await back.open();
  await back.row('Library').getByRole('button', { name: 'Open' }).click();
  await expect(again).toHaveAccessibleDescription('1');
});

test('a library is moved, and read on from there', async ({ desk, dataDirectory }) => {
  const { page } = desk;
  const libraries = new LibrariesSection(page);
  await libraries.open();
  await libraries.section.getByRole('button', { name: 'Move “Library”…' }).click();
  await libraries.place('Documents').check();
  await libraries.button('Move it').click();
  const moved = join(dataDirectory, 'Documents', 'Lectern Library');
  await expect(libraries.row('Library')).toContainText(moved);
  expect(existsSync(join(moved, 'library.db'))).toBe(true);
  await expect(page.getByText('Kept on this device')).toBeVisible();
});

test('a library that is not there is said, and opened when it is back', async ({ desk, dataDirectory }) => {
  const libraries = new LibrariesSection(desk.page);
  await libraries.open();
  await libraries.create('Stick', 'Documents');
  await libraries.row('Stick').getByRole('button', { name: 'Open' }).click();
  await expect(desk.page.getByText('“Stick” is open.')).toBeVisible();
  const stick = join(dataDirectory, 'Documents', 'Lectern Stick');
  await desk.restart();
  await desk.page.getByText('Kept on this device').waitFor();
  renameSync(stick, `${stick} away`);
  await desk.restart();
  await expect(desk.page.getByText('Nothing is being kept').first()).toBeVisible();
  const again = new LibrariesSection(desk.page);
  await again.open();
  await expect(again.row('Stick')).toContainText('Not there');
  await again.row('Stick').getByRole('button', { name: 'Open' }).click();
  await expect(again.section.getByRole('alert')).toContainText('plug that in');
  expect(existsSync(stick)).toBe(false);
  renameSync(`${stick} away`, stick);
  await again.row('Stick').getByRole('button', { name: 'Open' }).click();
  await expect(desk.page.getByText('Kept on this device')).toBeVisible();
});

test('the section and its dialogs have nothing that axe objects to', async ({ desk }) => {
  const libraries = new LibrariesSection(desk.page);
  await libraries.open();
  await libraries.section.getByRole('button', { name: 'New library…' }).click();
  await expect(libraries.name).toBeFocused();
  expect((await new AxeBuilder({ page: desk.page }).analyze()).violations).toEqual([]);
});

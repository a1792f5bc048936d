import { expect, test } from '../fixtures/desk.ts';
import { SearchPage } from '../pages/search-page.ts';
import { StoryPage } from '../pages/story-page.ts';

test('a whole journey without a pointer', async ({ desk: { page } }) => {
  const story = new StoryPage(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.keyboard.press('?');
  const shortcuts = page.getByRole('dialog', { name: /shortcuts/i });
  await expect(shortcuts).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: /palette|go to/i });
  await expect(palette).toBeVisible();
  await page.keyboard.type('slammer');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  const search = new SearchPage(page);
  await search.open();
  await page.keyboard.type('conficker');
  await expect(search.hits.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  // The page of search has a heading of the same level: a key pressed before the story shows would be typed there.
  await expect(page).toHaveURL(/#\/story\//);
  await expect(story.bookmark).toBeVisible();

  await page.keyboard.press('b');
  await expect(story.bookmark).toHaveAttribute('aria-pressed', 'true');
  const title = await story.headline.textContent();
  await page.keyboard.press('j');
  await expect(story.headline).not.toHaveText(title ?? '');
  await page.keyboard.press('k');
  await expect(story.headline).toHaveText(title ?? '');

  await page.keyboard.press('r');
  await expect(story.button('Yes')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(story.thanks).toHaveText(/You said yes/);

  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/#\/bookmarks/);
  await expect(page.getByRole('main').getByRole('link', { name: new RegExp(title ?? '') })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page).toHaveURL(/#\/$/);
});

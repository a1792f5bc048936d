import { readFileSync } from 'node:fs';
import { readCatalogue } from '../collection.ts';
import { expect, test } from '../fixtures/desk.ts';
import { Rail } from '../pages/rail.ts';
import { StoryPage } from '../pages/story-page.ts';

const { publication, summaries } = readCatalogue();

test('leads from the first start to a story in one click', async ({ desk: { page } }) => {
  await expect(page.getByRole('heading', { level: 1, name: publication.name })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(publication.name));
  const lead = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first();
  const title = (await lead.textContent())?.trim() ?? '';
  await lead.click();

  const story = new StoryPage(page);
  await expect(story.headline).toHaveText(title);
  await expect(page).toHaveTitle(new RegExp(publication.name));
  await expect(
    page
      .getByRole('main')
      .getByText(/\d+ minutes/)
      .first(),
  ).toBeVisible();
});

test('remembers where one was and offers to go on, over a restart', async ({ desk }) => {
  const story = new StoryPage(desk.page);
  await story.open('code-blue');
  const title = await story.headline.textContent();
  await desk.answered('progress.set', async () => {
    await desk.page
      .locator('lectern-story-body [data-block="12"]')
      .evaluate((block) => block.scrollIntoView({ block: 'start' }));
  });
  await expect(desk.page.getByText(/min left/).first()).toBeVisible();

  await desk.restart();
  const begun = desk.page.getByRole('region', { name: 'Continue reading' });
  await expect(begun.getByRole('link', { name: title ?? '' })).toBeVisible();
  await begun.getByRole('link', { name: title ?? '' }).click();
  await expect(desk.page.getByText(/min left/).first()).toBeVisible();
});

test('keeps a bookmark over a restart, and lets go of it', async ({ desk }) => {
  const story = new StoryPage(desk.page);
  await story.open('morris');
  const title = (await story.headline.textContent()) ?? '';
  await desk.answered('bookmarks.set', () => story.bookmark.click());
  await expect(story.bookmark).toHaveAttribute('aria-pressed', 'true');

  await desk.restart();
  await new Rail(desk.page).goTo('Bookmarks');
  const kept = desk.page.getByRole('main').getByRole('link', { name: new RegExp(escape(title)) });
  await expect(kept).toBeVisible();
  await kept.click();

  const again = new StoryPage(desk.page);
  await expect(again.bookmark).toHaveAttribute('aria-pressed', 'true');
  await desk.answered('bookmarks.set', () => again.bookmark.click());
  await expect(again.bookmark).toHaveAttribute('aria-pressed', 'false');
  await new Rail(desk.page).goTo('Bookmarks');
  await expect(desk.page.getByRole('heading', { name: /no bookmarks/i })).toBeVisible();
});

test('keeps an answer with an opinion over a restart, and lets it be changed and withdrawn', async ({ desk }) => {
  const first = new StoryPage(desk.page);
  await first.open('slammer');
  await first.button('Yes').click();
  await expect(first.thanks).toHaveText(/You said yes/);
  await first.button('Clear').click();
  await first.opinion.fill('The chart is the best part.');
  await desk.answered('recommendations.set', () => first.button('Save opinion').click());
  await expect(desk.page.getByRole('status').filter({ hasText: 'Kept on this device' })).toBeVisible();

  await desk.restart();
  const second = new StoryPage(desk.page);
  await second.open('slammer');
  await expect(second.thanks).toHaveText(/You said yes/);
  await expect(second.opinion).toHaveValue('The chart is the best part.');
  await expect(second.button('Clear')).toHaveAttribute('aria-pressed', 'true');
  await second.button('Change').click();
  await second.button('No').click();
  await expect(second.thanks).toHaveText(/You said no/);
  await expect(second.opinion).toHaveValue('The chart is the best part.');
  await desk.answered('recommendations.withdraw', () => second.button('Withdraw').click());
  await expect(second.question).toBeVisible();

  await desk.restart();
  const third = new StoryPage(desk.page);
  await third.open('slammer');
  await expect(third.question).toBeVisible();
});

test('leads on from the end of a story', async ({ desk: { page } }) => {
  const story = new StoryPage(page);
  await story.open('code-red');
  const related = story.part('Related').getByRole('listitem');
  await expect.poll(() => related.count()).toBeGreaterThan(2);
  await expect(related.first()).toContainText(/./);
  await expect(story.part('Jobs').getByText('Sample').first()).toBeVisible();
  await expect(story.part('Share')).toBeVisible();
  const title = await story.headline.textContent();
  await related.first().getByRole('link').click();
  await expect(story.headline).not.toHaveText(title ?? '');
});

test('copies a citation and saves a story as a file', async ({ desk: { page } }) => {
  const story = new StoryPage(page);
  await story.open('code-red');
  const title = (await story.headline.textContent()) ?? '';
  await story.part('Share').getByRole('button', { name: 'Copy citation' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`“${title}”`);

  await story.part('Share').getByRole('button', { name: 'Save as…' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /Markdown/ }).click();
  expect((await saving).suggestedFilename()).toBe('code-red.md');

  await story.part('Share').getByRole('button', { name: 'Save as…' }).click();
  const bookSaving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /EPUB/ }).click();
  const book = await bookSaving;
  expect(book.suggestedFilename()).toBe('code-red.epub');
  expect(
    readFileSync(await book.path())
      .subarray(30, 58)
      .toString(),
  ).toBe('mimetypeapplication/epub+zip');
});

test('opens the featured download without a network', async ({ desk: { page } }) => {
  await new Rail(page).goTo('Downloads');
  const file = page.getByRole('main').getByRole('button').or(page.getByRole('main').getByRole('link')).first();
  await expect(file).toBeVisible();
  const [opened] = await Promise.all([
    Promise.race([page.waitForEvent('download'), page.waitForEvent('popup')]),
    file.click(),
  ]);
  expect(opened).toBeTruthy();
});

test('every story of the edition opens', async ({ desk: { page } }) => {
  test.slow();
  const story = new StoryPage(page);
  for (const { id, title } of summaries) {
    await story.open(id);
    await expect(story.headline).toHaveText(title);
  }
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

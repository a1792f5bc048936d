import { expect, test } from '../fixtures/desk.ts';
import { SearchPage } from '../pages/search-page.ts';
import { StoryPage } from '../pages/story-page.ts';

test('finds as one types, marks the words, and opens a story at the passage', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.pressSequentially('buffer overfl');
  await expect(search.hits.first()).toBeVisible();
  await expect(search.marks(search.hits.first()).first()).toHaveText(/buffer|overflow/i);
  await page.keyboard.press('Enter');

  const story = new StoryPage(page);
  await expect(story.headline).toBeVisible();
  await expect(story.places).toContainText(/Place 1 of \d+|Place \d+ of \d+/);
  await page.keyboard.press('n');
  await expect(story.places).toBeVisible();
});

for (const query of [
  'café',
  'naïve',
  'what is: this?',
  'http://a.b',
  'a~',
  '^',
  '"unclosed',
  '-',
  '( or )',
  '*',
  'title:',
  '\u0000',
]) {
  test(`takes ${JSON.stringify(query)} as it comes`, async ({ desk: { page } }) => {
    const search = new SearchPage(page);
    await search.open();
    await search.field.fill(query);
    await search.field.press('End');
    await expect(search.field).not.toHaveValue('');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('finds words whether or not their accents are typed', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.fill('El Paquete');
  await expect(search.hits.first()).toBeVisible();
  const found = search.hits.first().getByRole('heading').or(search.hits.first().locator('.hit__title'));
  const plain = (await found.textContent()) ?? '';
  await search.field.fill('él paqueté');
  await expect(page).toHaveURL(/paquet%C3%A9/);
  await expect(found).toHaveText(plain);
});

test('says what nobody wrote about, and goes on', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.fill('xqzvbnplk');
  await expect(page.getByRole('main')).toContainText(/nothing|no stor/i);
  await search.field.fill('worm');
  await expect(search.hits.first()).toBeVisible();
});

test('a query of ten thousand characters breaks nothing', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.fill('worm '.repeat(2000));
  await expect(search.field).toBeVisible();
  await search.field.fill('worm');
  await expect(search.hits.first()).toBeVisible();
});

test('never shows the answer to an older question', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.pressSequentially('morris worm cornell', { delay: 5 });
  await expect(page).toHaveURL(/q=morris(%20|\+)worm(%20|\+)cornell/);
  await expect(search.hits.first()).toContainText(/Morris|Cornell/i);
});

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

test('moves among hits and places by key, and comes back to the chosen one', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.find('worm red');
  const first = await search.chosen.textContent();
  await page.keyboard.press('ArrowDown');
  await expect(search.chosen).not.toHaveText(first ?? '');
  const second = (await search.chosen.textContent()) ?? '';
  await page.keyboard.press('Home');
  await expect(search.chosen, 'the caret stands at the end, so Home is its own').toHaveText(second);
  await expect(search.preview).toHaveAccessibleName(`Preview of ${second}`);
  const place = page.getByRole('toolbar', { name: 'Preview' }).getByRole('status');
  const before = await place.textContent();
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await search.hits.nth(1).click();
  await page.keyboard.press('ArrowRight');
  await expect(place).not.toHaveText(before ?? '');
  await page.keyboard.press('Enter');
  await expect(new StoryPage(page).headline).toHaveText(second);
  await page.goBack();
  await expect(search.chosen).toHaveText(second);
});

test('orders what is found, and keeps the order in the address', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.find('worm');
  await search.order('Shortest first');
  await expect(page).toHaveURL(/order=shortest/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Order: Shortest first' })).toBeVisible();
});

test('keeps a search in the rail, over a restart, until it is removed, and that can be undone', async ({ desk }) => {
  const search = new SearchPage(desk.page);
  await search.open();
  await search.find('worm');
  await search.save('All worms');
  await expect(search.saved).toHaveText([/All worms\s*\d+/]);
  await desk.restart();

  const again = new SearchPage(desk.page);
  await again.saved.click();
  await expect(again.field).toHaveValue('worm');
  await desk.page.keyboard.press('ControlOrMeta+k');
  await desk.page.getByRole('combobox', { name: 'Go to or do' }).fill('all worms');
  await expect(desk.page.getByRole('option', { name: /^All worms/ })).toBeVisible();
  await desk.page.keyboard.press('Escape');

  await again.saved.hover();
  await desk.page.getByRole('button', { name: 'Rename All worms' }).click();
  await desk.page.getByRole('textbox', { name: 'Name of the saved search' }).fill('Every worm');
  await desk.page.keyboard.press('Enter');
  await expect(again.saved).toHaveText([/Every worm/]);
  await again.saved.hover();
  await desk.page.getByRole('button', { name: 'Remove Every worm' }).click();
  await expect(again.saved).toHaveCount(0);
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await expect(again.saved).toHaveText([/Every worm/]);
});

test('remembers what was searched for, and forgets it', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  for (const query of ['worm', 'clock']) {
    await search.find(query);
    await page.keyboard.press('Enter');
    await new StoryPage(page).headline.waitFor();
    await search.open();
  }
  await search.field.fill('');
  await expect(page.getByRole('button', { name: 'Forget clock' })).toBeVisible();
  await page.getByRole('button', { name: 'Forget clock' }).click();
  await expect(page.getByRole('button', { name: 'Forget clock' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(page.getByRole('heading', { name: 'Searched lately' })).toHaveCount(0);
});

test('runs the examples of the help card', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  await page.getByRole('button', { name: 'How to search' }).click();
  await page.getByRole('button', { name: /one word without the other/ }).click();
  await expect(search.field).toHaveValue(/ -/);
  await expect(search.hits.first()).toBeVisible();
});

test('finds words in the story alone, and gives the focus back', async ({ desk: { page } }) => {
  const story = new StoryPage(page);
  const search = new SearchPage(page);
  await search.open();
  await search.find('worm');
  await page.keyboard.press('Enter');
  await expect(story.places).toContainText(/Place \d+ of \d+/);

  await page.keyboard.press('ControlOrMeta+f');
  await expect(story.find).toBeFocused();
  await story.find.fill('the');
  await expect(story.findBar).toContainText(/\d+ of \d+/);
  const count = await story.markCount('lectern-place');
  expect(count).toBeGreaterThan(1);
  const before = await story.findBar.textContent();
  await page.keyboard.press('Enter');
  await expect(story.findBar).not.toHaveText(before ?? '');
  await page.keyboard.press('Shift+Enter');
  await expect(story.findBar).toHaveText(before ?? '');
  await story.find.fill('xqzvbnplk');
  await expect(story.findBar).toContainText('Not in this story');

  await page.keyboard.press('Escape');
  await expect(story.findBar).toHaveCount(0);
  await expect(story.places, 'what the search led to is marked again').toContainText(/Place \d+ of \d+/);
  await page.keyboard.press('/');
  await expect(search.field).toBeFocused();
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('shows the preview as a step of its own, and comes back to the list', async ({ desk: { page } }) => {
    const search = new SearchPage(page);
    await search.open();
    await search.find('worm');
    await expect(search.preview).toBeHidden();
    await search.hits.nth(1).click();
    await expect(search.preview).toBeVisible();
    await expect(search.field).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(search.hits.nth(1)).toBeVisible();
    await search.hits.nth(1).click();
    await page.getByRole('link', { name: 'Open' }).click();
    await expect(new StoryPage(page).headline).toBeVisible();
  });
});

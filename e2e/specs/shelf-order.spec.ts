import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures/filled-desk.ts';
import { madeArticle } from '../made-articles.ts';
import { LibraryPage } from '../pages/library-page.ts';

const title = (number: number): string => madeArticle(number).title;

/** The library, at a shelf that holds all of its articles, in the order in which they were put there. */
async function allOnShelf(library: LibraryPage): Promise<void> {
  await library.open('order=title');
  await library.makeShelf('Coast');
  await library.box(title(0)).check();
  await library.selectAll();
  await library.act('Shelve…').click();
  await library.findShelf('Coast');
  await expect(library.said).toContainText('put on the shelf');
  await library.act('Clear the selection').click();
  await library.shelf('Coast').getByRole('link').click();
  await library.ownOrder.click();
  await expect(library.rows.first()).toContainText(title(0));
}

async function expectOrder(library: LibraryPage, ...numbers: number[]): Promise<void> {
  for (const [place, number] of numbers.entries()) await expect(library.rows.nth(place)).toContainText(title(number));
}

const grip = (row: Locator): Locator => row.locator('.row__grip');

test('keys move a row of a shelf, and what is selected as one, and each move is taken back', async ({ desk }) => {
  const library = new LibraryPage(desk.page);
  const { keyboard } = desk.page;
  await allOnShelf(library);
  await keyboard.press('ArrowDown');
  await expect(library.link(title(0))).toBeFocused();
  await keyboard.press('Alt+ArrowDown');
  await expect(library.said).toContainText('1 article moved to place 2 of 40');
  await expectOrder(library, 1, 0, 2);
  await expect(library.link(title(0))).toBeFocused();
  await keyboard.press('Alt+ArrowDown');
  await keyboard.press('Alt+ArrowDown');
  await expectOrder(library, 1, 2, 3, 0, 4);
  await keyboard.press('Alt+ArrowUp');
  await expect(library.said).toContainText('moved to place 3 of 40');
  await expectOrder(library, 1, 2, 0, 3);

  await keyboard.press('Alt+End');
  await expect(library.said).toContainText('moved to place 40 of 40');
  await expect(library.link(title(0))).toBeFocused();
  await expect(library.link(title(0))).toBeInViewport();
  await keyboard.press('Alt+End');
  await expect(library.said).toContainText('Nothing moved: the place is 40 of 40 already.');

  await library.box(title(35)).check();
  await library.box(title(38)).check();
  await keyboard.press('Alt+Home');
  await expect(library.said).toContainText('2 articles moved to place 1 and after of 40');
  await expectOrder(library, 35, 38, 1, 2, 3);
  await expect(library.bulk).toContainText('2 selected');
  await keyboard.press('Control+z');
  await expect(library.said).toContainText('Taken back');
  await keyboard.press('Control+z');
  await expectOrder(library, 1, 2, 0, 3);

  await desk.restart();
  const again = new LibraryPage(desk.page);
  await again.shelf('Coast').getByRole('link').click();
  await again.ownOrder.click();
  await expectOrder(again, 1, 2, 0, 3);
});

test('a hand moves a row, or all that is selected, to where the line shows', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await allOnShelf(library);
  const under = (row: Locator) => row.evaluate((one) => ({ x: 300, y: one.clientHeight - 4 }));
  await grip(library.row(title(0))).dragTo(library.row(title(3)), {
    targetPosition: await under(library.row(title(3))),
  });
  await expectOrder(library, 1, 2, 3, 0, 4);
  await library.undo();
  await expectOrder(library, 0, 1, 2, 3);

  await library.box(title(4)).check();
  await library.box(title(6)).check();
  await library.link(title(6)).dragTo(library.row(title(1)), { targetPosition: { x: 300, y: 4 } });
  await expect(library.said).toContainText('2 articles moved to place 2 and after of 40');
  await expectOrder(library, 0, 4, 6, 1, 2, 3, 5);
});

test('what is held at the foot of the list scrolls it, with the line under the hand', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await allOnShelf(library);
  const list = await library.scroller.boundingBox();
  if (list === null) throw new Error('the list is not to be seen');
  await grip(library.row(title(1))).hover();
  await page.mouse.down();
  // A hand is never quite at rest, and the browser asks where it may let go only while it moves.
  let moved = 0;
  const tremble = (y: number) => page.mouse.move(list.x + 100 + (moved++ % 2), y);
  await expect(async () => {
    await tremble(list.y + 200);
    await expect(library.dropLine).toBeInViewport({ timeout: 200 });
  }).toPass();
  const foot = list.y + list.height - 3;
  await expect(async () => {
    await tremble(foot);
    await expect(library.row(title(39))).toBeInViewport({ ratio: 1, timeout: 200 });
    await expect(library.dropLine).toBeInViewport({ timeout: 200 });
  }).toPass();
  await page.mouse.up();
  await expect(library.said).toContainText('moved to place 40 of 40');
  await expect(library.dropLine).toHaveCount(0);
  await expect(library.rows.last()).toContainText(title(1));
});

test('in another order nothing is taken by the hand, and the page says how to come to the own one', async ({
  desk: { page },
}) => {
  const library = new LibraryPage(page);
  await allOnShelf(library);
  await expect(grip(library.rows.first())).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await library.order('Title');
  await expect(grip(library.rows.first())).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(library.said).toContainText('Show your own order to move articles on this shelf.');
  await expectOrder(library, 0, 1, 2);
  await library.ownOrder.click();
  await library.filter('Untagged').click();
  await expect(library.rows.first()).toContainText(title(2));
  await expect(page.getByRole('link', { name: 'Show the whole shelf' })).toBeVisible();
  await expect(grip(library.rows.first())).toHaveCount(0);
});

test('the menu of a row moves it too, and the keys are the reader’s to choose', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await allOnShelf(library);
  await library.link(title(3)).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to the top' }).click();
  await expectOrder(library, 3, 0, 1, 2, 4);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Alt' }).filter({ hasText: 'Home' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (window.location.hash = '#/settings'));
  await expect(page.getByRole('button', { name: /Move up on its shelf/ }).first()).toBeVisible();
});

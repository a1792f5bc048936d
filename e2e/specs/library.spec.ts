import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/filled-desk.ts';
import { madeArticle } from '../made-articles.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { Rail } from '../pages/rail.ts';
import { SearchPage } from '../pages/search-page.ts';
import { StoryPage } from '../pages/story-page.ts';

const title = (number: number): string => madeArticle(number).title;

test('several articles are archived at once, and that is taken back', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await library.open('in=inbox');
  await expect(library.rows.first()).toContainText(title(0));
  await library.box(title(0)).check();
  await library.link(title(2)).click({ modifiers: ['Shift'] });
  await expect(library.bulk).toContainText('3 selected');
  await library.act('Archive').click();
  await expect(library.said).toContainText('3 articles archived');
  await expect(library.rows.first()).toContainText(title(3));
  await expect(library.tab('Archive')).toHaveAccessibleDescription('3');
  await expect(library.bulk).toBeHidden();

  await library.undo();
  await expect(library.rows.first()).toContainText(title(0));
  await expect(library.tab('Archive')).toHaveAccessibleDescription('0');
});

test('the last change is taken back by key, also in a window that knows nothing of it', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await library.open('in=inbox');
  await library.box(title(0)).check();
  await library.act('Archive').click();
  await expect(library.tab('Archive')).toHaveAccessibleDescription('1');
  await page.reload();
  await expect(library.rows.first()).toContainText(title(1));
  await page.keyboard.press('ControlOrMeta+z');
  await expect(library.rows.first()).toContainText(title(0));
  await page.keyboard.press('ControlOrMeta+z');
  await expect(library.said).toContainText('There is nothing to take back');
});

test('tags and shelves are put on what is selected', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await library.open('order=title');
  await library.box(title(0)).check();
  await library.box(title(1)).check();
  await library.act('Tag…').click();
  await expect(page.getByRole('dialog', { name: 'Tags of 2 articles' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^fourth/ })).toHaveJSProperty('indeterminate', true);
  await page.getByRole('textbox', { name: 'Find a tag, or make one' }).fill('kept by hand');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(library.said).toContainText('2 articles tagged #kept by hand');
  await expect(library.row(title(1))).toContainText('kept by hand');

  await library.act('Shelve…').click();
  await page.getByRole('textbox', { name: 'Find a shelf, or make one' }).fill('Coast');
  await page.keyboard.press('Enter');
  await expect(library.said).toContainText('2 articles put on the shelf');
  await library.shelf('Coast').getByRole('link').click();
  await expect(library.title).toHaveText('Coast');
  await expect(library.rows).toHaveCount(2);
});

test('a row has its own menu, by its button and by the other mouse button', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await library.open();
  await library.row(title(3)).hover();
  await library
    .row(title(3))
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await page.getByRole('menuitem', { name: 'Favourite', exact: true }).click();
  await expect(library.row(title(3))).toContainText('Favourite');
  await library.link(title(1)).click({ button: 'right' });
  const archive = page.getByRole('menuitem', { name: 'Archive', exact: true });
  await expect(archive).toBeFocused();
  await expect(archive).toBeInViewport();
  await archive.click();
  await expect(library.said).toContainText('1 article archived');
});

test('the trash is emptied once it was said how much goes', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await library.open();
  await library.box(title(0)).check();
  await library.box(title(5)).check();
  await library.act('Move to the trash').click();
  await library.tab('Trash').click();
  await expect(library.rows).toHaveCount(2);
  await library.box(title(5)).check();
  await library.act('Restore').click();
  await expect(library.rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Empty the trash' }).click();
  await expect(page.getByRole('dialog', { name: 'Remove 1 article for good' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove for good' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await expect(library.tab('All')).toHaveAccessibleDescription('39');
});

test('filters and order stand in the address, and outlive a reload', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await library.open();
  await library.filter('Tags').click();
  await page.getByRole('menuitemcheckbox', { name: /^fourth/ }).click();
  await library.order('Title');
  await page.getByRole('button', { name: 'A to Z' }).click();
  await expect(library.rows.first()).toContainText(title(36));
  await library.text.click();
  await library.text.pressSequentially('of the rope', { delay: 20 });
  await expect(library.text).toBeFocused();
  await expect(library.text).toHaveValue('of the rope');
  await expect(library.rows.first()).toContainText(title(36));
  await expect(library.rows).toHaveCount(5);
  await page.reload();
  await expect(library.rows.first()).toContainText(title(36));
  await expect(library.rows).toHaveCount(5);
  await expect(library.text).toHaveValue('of the rope');
  await page.goBack();
  await expect(library.rows.first()).toContainText(title(36));
  await expect(library.rows).toHaveCount(10);
  await library.filter('Read').click();
  await expect(page.getByText('Nothing here is like that')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Clear filters' }).last().click();
  await expect(library.rows.first()).toContainText(title(39));
});

test('the keyboard alone selects, puts away, takes back and opens', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(library.rows.first()).toContainText(title(0));
  await page.keyboard.press('ArrowDown');
  await expect(library.link(title(0))).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(library.bulk).toContainText('2 selected');
  await page.keyboard.press('#');
  await expect(library.said).toContainText('2 articles moved to the trash');
  await expect(library.row(title(1))).toHaveCount(0);
  await expect(library.link(title(3))).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(library.row(title(1))).toHaveCount(1);

  await page.keyboard.press('Home');
  await page.keyboard.press('s');
  await expect(library.row(title(0))).toContainText('Favourite');
  await page.keyboard.press('End');
  await expect(library.link(title(39))).toBeFocused();
  await page.keyboard.press('Enter');
  const story = new StoryPage(page);
  await expect(story.headline).toHaveText(title(39));
  await page.keyboard.press('k');
  await expect(story.headline).toHaveText(title(38));
  await page.keyboard.press('e');
  await expect(story.headline).toHaveText(title(39));
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(library.title).toHaveText('Library');
});

test('in the inbox, what is archived while one reads makes room for the next', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await library.open('in=inbox');
  await library.link(title(10)).click();
  const story = new StoryPage(page);
  await expect(story.headline).toHaveText(title(10));
  await page.keyboard.press('e');
  await expect(story.headline).toHaveText(title(11));
  await page.keyboard.press('k');
  await expect(story.headline).toHaveText(title(9));
});

test('shelves stand within shelves, are moved by key and by hand, and come back', async ({ desk: { page } }) => {
  const library = new LibraryPage(page);
  await library.open('order=title');
  await library.makeShelf('Coast');
  await library.makeShelf('Reading');
  await library.makeShelf('Old');
  await library.shelfAct('Coast', 'Move into…');
  await expect(page.getByRole('dialog', { name: 'Move the shelf' })).toBeVisible();
  await page.getByRole('button', { name: 'Reading', exact: true }).click();
  const inner = page.getByRole('button', { name: 'What stands within Reading' });
  await expect(inner).toHaveAttribute('aria-expanded', 'true');
  await inner.click();
  await expect(library.shelf('Coast')).toHaveCount(0);
  await inner.click();
  await library.shelf('Old').dragTo(library.shelf('Coast'));
  await expect(page.getByRole('button', { name: 'What stands within Coast' })).toBeVisible();

  await library.link(title(4)).dragTo(library.shelf('Old'));
  await expect(library.said).toContainText('1 article put on the shelf');
  await expect(library.shelf('Old').getByRole('link')).toHaveAccessibleDescription('1');
  await library.shelfAct('Reading', 'Remove');
  await expect(library.said).toContainText('“Reading” was removed');
  await expect(library.shelf('Old')).toHaveCount(0);
  await library.undo();
  await library.shelf('Old').getByRole('link').click();
  await expect(library.rows).toHaveCount(1);
});

test('a search becomes a shelf that fills itself', async ({ desk: { page } }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.find('tag:fourth in:library');
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Every fourth');
  await page.getByRole('button', { name: 'As a shelf' }).click();
  const library = new LibraryPage(page);
  await expect(library.title).toHaveText('Every fourth');
  await expect(library.rows).toHaveCount(10);
  await expect(library.shelf('Every fourth').getByRole('link')).toHaveAccessibleDescription('10, fills itself');
});

test('tags are renamed, joined, coloured and removed', async ({ desk: { page } }) => {
  await page.evaluate(() => (window.location.hash = '#/library/tags'));
  const tags = page.getByRole('main').getByRole('list', { name: 'Tags' });
  await expect(tags.getByRole('listitem').first()).toContainText('fourth');
  await page.getByRole('button', { name: 'Colour of fourth: none' }).click();
  await page.getByRole('menuitemradio', { name: 'Violet' }).click();
  await expect(page.getByRole('button', { name: 'Colour of fourth: violet' })).toBeVisible();

  await page.getByRole('button', { name: 'Rename fourth' }).click();
  await page.getByRole('textbox', { name: 'Name of the tag' }).fill('every fourth');
  await page.keyboard.press('Enter');
  await expect(tags.getByRole('listitem').first()).toContainText(/every fourth.*10 articles/s);
  await expect(page.getByRole('button', { name: 'Colour of every fourth: violet' })).toBeVisible();

  await page.getByRole('checkbox', { name: 'Choose sea' }).check();
  await page.getByRole('checkbox', { name: 'Choose rope' }).check();
  await page.getByRole('button', { name: 'Make one of them' }).click();
  await page.getByRole('textbox', { name: 'Name of the one tag' }).fill('sea');
  await page.keyboard.press('Enter');
  await expect(tags.getByRole('listitem').filter({ hasText: 'sea' })).toContainText('10 articles');
  await expect(tags.getByRole('listitem').filter({ hasText: 'rope' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Remove every fourth' }).click();
  await expect(tags.getByRole('listitem').filter({ hasText: 'every fourth' })).toHaveCount(0);
  const library = new LibraryPage(page);
  await library.undo();
  await expect(tags.getByRole('listitem').first()).toContainText('every fourth');
});

test.describe('with 5,000 articles', () => {
  // To import them may take half a minute of a busy machine.
  test.describe.configure({ timeout: 180_000 });
  test.use({ size: 5000 });

  test('the list is scrolled to its end without a gap, and the place is kept over a story', async ({
    desk: { page },
  }) => {
    const library = new LibraryPage(page);
    await library.open('order=title');
    await expect(library.rows.first()).toHaveAttribute('aria-setsize', '5000');
    for (const share of [0.1, 0.35, 0.5, 0.51, 0.9, 1]) {
      await library.scrollTo(share);
      await expect.poll(async () => (await library.inSight()).every((name) => name !== '')).toBe(true);
    }
    await expect(library.awaited).toHaveCount(0);
    expect((await library.inSight()).at(-1)).toBe(title(4999));

    await library.scrollTo(0.5);
    await expect.poll(async () => (await library.inSight())[3] ?? '').not.toBe('');
    const before = await library.inSight();
    await library.link(before[3] ?? '').click();
    const story = new StoryPage(page);
    await expect(story.headline).toHaveText(before[3] ?? '');
    await page.keyboard.press('j');
    await expect(story.headline).toHaveText(before[4] ?? '');
    await page.goBack();
    await page.goBack();
    await expect.poll(() => library.inSight()).toEqual(before);
    await expect(library.link(before[3] ?? '')).toBeFocused();
  });

  test('a range over rows that never came, and all of them, are selected and changed', async ({ desk: { page } }) => {
    const library = new LibraryPage(page);
    await library.open('order=title');
    await library.box(title(2)).check();
    await library.scrollTo(0.5);
    await expect.poll(async () => (await library.inSight())[3] ?? '').not.toBe('');
    const [, , , to = ''] = await library.inSight();
    await library.link(to).click({ modifiers: ['Shift'] });
    const number = Number(/\d+/.exec(to)?.[0]) - 1;
    await expect(library.bulk).toContainText(`${number.toLocaleString('en-GB')} selected`);

    await page.keyboard.press('Control+a');
    await expect(library.bulk).toContainText('5,000 selected');
    await library.box(to).uncheck();
    await library.act('Archive').click();
    await expect(library.said).toContainText('4,999 articles archived');
    await library.tab('Inbox').click();
    await expect(library.rows).toHaveCount(1);
    await expect(library.row(to)).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(library.tab('Inbox')).toHaveAccessibleDescription('5000');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing in the library, its dialogs, its empty places and its tags', async ({ desk: { page } }) => {
      test.slow();
      const library = new LibraryPage(page);
      const look = async () => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
      };
      await library.open();
      await library.makeShelf('Coast');
      await library.box(title(0)).check();
      await look();
      await library.act('Tag…').click();
      await expect(page.getByRole('dialog', { name: 'Tags of 1 article' })).toBeVisible();
      await look();
      await page.keyboard.press('Escape');
      for (const density of ['Roomy', 'Dense']) {
        await page.getByRole('radio', { name: density }).check({ force: true });
        await look();
      }
      await library.open('in=trash');
      await expect(page.getByText('The trash is empty')).toBeVisible();
      await look();
      await new Rail(page).goTo('All tags');
      await expect(page.getByRole('heading', { name: 'Tags', level: 1 })).toBeVisible();
      await look();
    });
  });
}

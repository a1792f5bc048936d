import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/desk.ts';
import { FeedsPage } from '../pages/feeds-page.ts';

const item = (name: string, day: number) =>
  `<item><guid isPermaLink="false">${name}</guid><title>The ${name}</title><link>https://garden.example/${name}</link>
   <pubDate>${String(day).padStart(2, '0')} Jun 2026 08:00:00 GMT</pubDate>
   <content:encoded><![CDATA[<p>All that is known of the ${name}, which is a good deal more than one thinks.</p>]]></content:encoded></item>`;
const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
  <title>The Garden</title><link>https://garden.example/</link>
  ${item('snail', 4)}${item('beetle', 3)}${item('worm', 2)}</channel></rss>`;
const page = '<!doctype html><title>Garden</title><link rel="alternate" type="application/rss+xml" href="/feed">';

const teaser = (name: string) =>
  `<item><guid isPermaLink="false">${name}</guid><title>The ${name}</title><link>ORIGIN/${name}</link>
   <description>Of the ${name} there is more to read.</description></item>`;
const wholePage = (name: string) =>
  `<!doctype html><title>The ${name}</title><article><h1>The ${name}</h1><p>${`All that is known of the ${name}. `.repeat(30)}</p>
   <p>And this is the end of the ${name}.</p></article>`;

let server: Server;
let teasers: string;
let origin: string;

test.beforeAll(async () => {
  server = createServer(({ url }, response) => {
    if (url === '/feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss);
    else if (url === '/teasers') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(teasers);
    else if (url === '/hedgehog' || url === '/mole')
      response.writeHead(200, { 'content-type': 'text/html' }).end(wholePage(url.slice(1)));
    else if (url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  teasers = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Hedge</title><link>${origin}/</link>
    ${['hedgehog', 'mole', 'missing'].map(teaser).join('').replaceAll('ORIGIN', origin)}</channel></rss>`;
});
test.afterAll(() => {
  server.close();
});

test('a feed is found at a page, read, kept and marked, and let go with a way back', async ({ desk }) => {
  const { page } = desk;
  const feeds = new FeedsPage(page);
  await feeds.open();
  await expect(page.getByText('You follow no feed yet')).toBeVisible();
  await feeds.follow(origin, 'The Garden', 'Nature');
  await expect(feeds.articles).toHaveCount(3);
  await expect(feeds.feed('The Garden')).toHaveAccessibleDescription('3 unread');

  await feeds.button('Keep: The beetle').click();
  await expect(feeds.button('Let go: The beetle')).toBeVisible();
  await feeds.feed('The Garden').click();
  await feeds.article('The snail').click();
  await expect(page.getByRole('heading', { name: 'The snail', level: 1 })).toBeVisible();
  await expect(feeds.feed('The Garden')).toHaveAccessibleDescription('2 unread');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'The beetle', level: 1 })).toBeVisible();
  await expect(feeds.feed('The Garden')).toHaveAccessibleDescription('1 unread');

  await feeds.feed('The Garden').click();
  await feeds.button('Mark all read').click();
  await expect(feeds.feed('The Garden')).not.toHaveAccessibleDescription(/unread/);
  await feeds.button('Undo').click();
  await expect(feeds.feed('The Garden')).toHaveAccessibleDescription('1 unread');

  await feeds.button('Settings').click();
  await feeds.settings.getByLabel('Of what holds').fill('worm');
  await expect(feeds.settings.getByText('It fits 1 of 3 items offered so far.')).toBeVisible();
  await expect(feeds.settings.getByText('Of the 3 items offered so far, 2 would be taken.')).toBeVisible();
  await feeds.settings.getByRole('button', { name: 'Stop following…' }).click();
  await feeds.settings.getByRole('button', { name: 'To the trash' }).click();
  await expect(page.getByText('You follow no feed yet')).toBeVisible();
  await feeds.button('Undo').click();
  await expect(feeds.articles).toHaveCount(3);
});

test('rules for all feeds are written by keyboard, said in words, changed, switched off and removed', async ({
  desk,
}) => {
  const { page } = desk;
  const feeds = new FeedsPage(page);
  await feeds.open();
  await feeds.follow(origin, 'The Garden');
  await expect(feeds.articles).toHaveCount(3);

  await feeds.button('Rules for all').press('Enter');
  await expect(feeds.rules.getByText('There is none yet: everything is taken.')).toBeVisible();
  const words = feeds.rules.getByLabel('Of what holds');
  await words.fill('worm');
  await expect(feeds.rules.getByText('It fits 1 of 3 items offered so far.')).toBeVisible();
  await words.press('Enter');
  await expect(words).toBeFocused();
  const rule = feeds.rules.getByRole('checkbox', { name: 'Leaves out what has “worm” in title, author or category' });
  await expect(rule).toBeChecked();
  await feeds.rules.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(feeds.rules).toBeHidden();

  await feeds.button('Rules for all').click();
  await expect(feeds.rules.getByText('Of the 3 items offered so far, 2 would be taken.')).toBeVisible();
  await rule.press('Space');
  await expect(feeds.rules.getByText('switched off, fits 1 of 3 items')).toBeVisible();
  await expect(feeds.rules.getByText('Of the 3 items offered so far, 3 would be taken.')).toBeVisible();
  await feeds.rules.getByRole('button', { name: /^Change: / }).press('Enter');
  await expect(words).toBeFocused();
  await words.fill('the');
  await feeds.rules.getByLabel('What is done').selectOption('Mark as read');
  await feeds.rules.getByRole('button', { name: 'Change it' }).press('Enter');
  await expect(feeds.rules.getByText('Marks as read what has “the” in title, author or category')).toBeVisible();
  await feeds.rules.getByRole('button', { name: /^Remove: / }).press('Enter');
  await expect(words).toBeFocused();
  await expect(feeds.rules.getByText('There is none yet: everything is taken.')).toBeVisible();
});

test('the full page of one item comes when it is asked for, and of all when the feed is set so', async ({ desk }) => {
  const { page } = desk;
  const feeds = new FeedsPage(page);
  await feeds.open();
  await feeds.follow(`${origin}/teasers`, 'The Hedge');
  await expect(feeds.articles).toHaveCount(3);
  await feeds.article('The mole').click();
  await feeds.button('Fetch the full page').press('Enter');
  await expect(page.getByText('And this is the end of the mole.')).toBeVisible();
  await expect(page.getByText('This is the text of the full page.')).toBeVisible();

  await feeds.feed('The Hedge').click();
  await expect(feeds.row('The mole')).toContainText('full page');
  await expect(feeds.row('The hedgehog')).not.toContainText('full page');
  await feeds.button('Settings').click();
  const setting = feeds.settings.getByRole('checkbox', { name: 'Fetch the full page of each item' });
  await expect(setting).not.toBeChecked();
  await setting.press('Space');
  await feeds.settings.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(feeds.row('The hedgehog')).toContainText(/full page\s*$/);
  await expect(feeds.row('The missing')).toContainText('no full page');
  await feeds.article('The missing').click();
  await expect(page.getByText('It is not there any more (404).')).toBeVisible();
  await expect(page.getByText('Of the missing there is more to read.').last()).toBeVisible();
});

test('the keys go through the list, and mark what is passed', async ({ desk }) => {
  const feeds = new FeedsPage(desk.page);
  await feeds.open();
  await feeds.follow(origin, 'The Garden');
  await expect(feeds.articles).toHaveCount(3);
  await desk.page.keyboard.press('j');
  await expect(feeds.article('The snail')).toBeFocused();
  await desk.page.keyboard.press('Shift+J');
  await expect(feeds.article('The beetle')).toBeFocused();
  await expect(feeds.article('The snail')).not.toHaveAccessibleDescription('unread');
  await expect(feeds.article('The beetle')).toHaveAccessibleDescription('unread');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the page and its dialogs have no fault that axe finds', async ({ desk }) => {
      const feeds = new FeedsPage(desk.page);
      const look = async () => {
        const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
        return violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }));
      };
      await feeds.open();
      expect(await look()).toEqual([]);
      await feeds.follow(origin, 'The Garden', 'Nature');
      await expect(feeds.articles).toHaveCount(3);
      expect(await look()).toEqual([]);
      await feeds.button('Rules for all').click();
      await feeds.rules.getByLabel('Of what holds').fill('worm');
      await feeds.rules.getByRole('button', { name: 'Add the rule' }).click();
      await expect(feeds.rules.getByText('fits 1 of 3 items')).toBeVisible();
      expect(await look()).toEqual([]);
      await feeds.rules.getByRole('button', { name: 'Save' }).click();
      await feeds.feed('The Garden').click();
      await feeds.button('Settings').click();
      await expect(feeds.settings).toBeVisible();
      expect(await look()).toEqual([]);
    });
  });
}

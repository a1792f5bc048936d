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

let server: Server;
let origin: string;

test.beforeAll(async () => {
  server = createServer(({ url }, response) => {
    if (url === '/feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss);
    else if (url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
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
  await feeds.settings.getByLabel('Leave out what holds').fill('worm');
  await expect(feeds.settings.getByText('Of the 3 items offered so far, 2 would be taken.')).toBeVisible();
  await feeds.settings.getByRole('button', { name: 'Stop following…' }).click();
  await feeds.settings.getByRole('button', { name: 'To the trash' }).click();
  await expect(page.getByText('You follow no feed yet')).toBeVisible();
  await feeds.button('Undo').click();
  await expect(feeds.articles).toHaveCount(3);
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
      await feeds.feed('The Garden').click();
      await feeds.button('Settings').click();
      await expect(feeds.settings).toBeVisible();
      expect(await look()).toEqual([]);
    });
  });
}

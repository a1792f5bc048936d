import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/desk.ts';
import { LinksPage } from '../pages/links-page.ts';
import { StoryPage } from '../pages/story-page.ts';

const sentence = 'The tide comes in over the flats faster than a man can walk, and the guides have read the marks. ';
const pageOf = (title: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${sentence.repeat(8)}</p></article></html>`;

let server: Server;
let origin: string;
let asked: string[];
/** Whether the page that failed at first is there by now. */
let isMended: boolean;

test.skip(({ shell }) => shell === 'electron', 'the desktop has no switch for sites on this machine');

test.beforeEach(async () => {
  asked = [];
  isMended = false;
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const html = (text: string) => response.writeHead(200, { 'content-type': 'text/html' }).end(text);
    if (url === '/tides') html(pageOf('Tides of the bay'));
    else if (url === '/ferries') html(pageOf('A letter on ferries'));
    else if (url === '/late' && isMended) html(pageOf('Come late'));
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Not here</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
});
test.afterEach(() => {
  server.close();
});

test('a link is saved by the dialog, its page is fetched and read, and what did not come is tried again', async ({
  desk,
}) => {
  const { page } = desk;
  const links = new LinksPage(page);
  await links.save(`${origin}/tides`);
  await expect(page.getByText('Its page is being fetched.')).toBeVisible();
  await links.open();
  await expect(links.line('Tides of the bay')).toBeVisible();

  await links.save(`${origin}/late`);
  await expect(links.line('/late')).toContainText('404');
  isMended = true;
  await links.button('Try again: ').click();
  await expect(links.line('Come late')).toBeVisible();

  await links.line('Tides of the bay').getByRole('link').click();
  await expect(new StoryPage(page).headline).toHaveText('Tides of the bay');
  await expect(page.getByText('The tide comes in over the flats').first()).toBeVisible();
  await links.save(`${origin}/tides`);
  await expect(page.getByText('You have this already: “Tides of the bay”.')).toBeVisible();
  expect(asked.filter((path) => path === '/tides')).toHaveLength(1);
});

test('an address that a page hands over is saved on a click and not before', async ({ desk }) => {
  const { page } = desk;
  const address = `#/save?url=${encodeURIComponent(`${origin}/ferries`)}&title=Ferries`;
  await page.evaluate((to) => (window.location.hash = to), address);
  await expect(page.getByRole('heading', { name: 'Save this page?' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Save it' }).click();
  await expect.poll(() => asked).toContain('/ferries');
  await expect(page.getByRole('heading', { name: 'Save this page?' })).toBeHidden();
  const links = new LinksPage(page);
  await links.open();
  await expect(links.line('Ferries')).toContainText('Kept');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('what is pasted is asked about, waits while the queue is paused, and comes when it goes on', async ({ desk }) => {
  const { page } = desk;
  await page.evaluate(() =>
    fetch('/api/settings.set', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ linksPaused: true }),
    }),
  );
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${origin}/ferries`);
  await page.keyboard.press('ControlOrMeta+v');
  const links = new LinksPage(page);
  await expect(links.address).toHaveValue(`${origin}/ferries`);
  await links.address.press('Enter');
  await expect(page.getByText('Its page is fetched when there is a network.')).toBeVisible();
  await links.open();
  expect(asked).toEqual([]);
  await links.button('Go on').click();
  await expect(links.line('A letter on ferries')).toBeVisible();
});

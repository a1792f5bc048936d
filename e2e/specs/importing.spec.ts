import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { ImportPage } from '../pages/import-page.ts';
import { Rail } from '../pages/rail.ts';
import { SearchPage } from '../pages/search-page.ts';
import { StoryPage } from '../pages/story-page.ts';

const sentence =
  'The tide comes in over the flats faster than a man can walk, and the guides have read the zanderkorn marks for years. ';

/** A grey square of so many pixels. */
function png(edge: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header[8] = 8; // bits of a sample, and no colour
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(edge * (edge + 1), 0x80))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const page = `<!doctype html><html lang="en"><head><title>Tides of the bay</title></head><body><article>
  <h1>Tides of the bay</h1><p>${sentence.repeat(3)}</p>
  <figure><img src="Tides_files/bay.png" alt="The bay at low water" width="320" height="320"></figure>
  <p>${sentence.repeat(4)}</p><p><img src="Tides_files/lost.png" alt="A picture that was not saved" width="300" height="300"></p>
</article></body></html>`;

const lines = [
  JSON.stringify({
    title: 'A letter on ferries',
    url: 'https://letters.example/1',
    content: `One. ${sentence.repeat(2)}`,
  }),
  '{"title": "cut short',
  JSON.stringify({ title: 'A letter on bridges', url: 'https://letters.example/2', content: 'Bridges. '.repeat(60) }),
  JSON.stringify({ title: 'An address alone', url: 'https://letters.example/3' }),
].join('\n');

let folder = '';

test.beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'lectern-given-')), 'Saved');
  mkdirSync(join(folder, 'Tides_files'), { recursive: true });
  writeFileSync(join(folder, 'Tides.html'), page);
  writeFileSync(join(folder, 'Tides_files', 'bay.png'), png(320));
  writeFileSync(join(folder, 'letters.jsonl'), lines);
});
test.afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

test('a folder is previewed, imported, read with its picture, found, and taken back', async ({ desk }) => {
  const { page: window } = desk;
  const imports = new ImportPage(window);
  await imports.open();
  await imports.choose('Choose a folder', folder);

  await expect(imports.name).toHaveText('Saved');
  await expect(imports.button('Import 3 articles')).toBeVisible();
  await expect(imports.part(/to be imported/)).toHaveAccessibleName(/^3/);
  await expect(imports.part(/without text/)).toHaveAccessibleName(/^1/);
  await imports.part(/cannot be read/).click();
  await expect(imports.rows).toHaveText([/letters\.jsonl.*Line 2/s]);
  await expect(new Rail(window).entry('Library')).toHaveAccessibleDescription('0');

  await imports.button('Import 3 articles').click();
  await expect(imports.button('Undo')).toBeVisible();
  await expect(window.getByText('read in all')).toBeVisible();
  await imports.part(/^3\s*imported/).click();
  const [saved] = await Promise.all([window.waitForEvent('download'), imports.button('Save as CSV').click()]);
  expect(
    readFileSync(await saved.path(), 'utf8')
      .trimEnd()
      .split('\r\n'),
  ).toHaveLength(6);

  await window.getByRole('link', { name: 'Tides of the bay' }).click();
  const story = new StoryPage(window);
  await expect(story.headline).toHaveText('Tides of the bay');
  await expect(window.getByText('The text is kept whole, with 1 of 2 pictures')).toBeVisible();
  const picture = window.getByRole('img', { name: 'The bay at low water' });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(320);

  const search = new SearchPage(window);
  await search.open();
  await search.field.fill('zanderkorn');
  await expect(search.hits.filter({ hasText: 'Tides of the bay' })).toBeVisible();

  await new Rail(window).goTo('Library');
  await window.getByRole('link', { name: 'Bring articles in' }).click();
  await window.getByRole('link', { name: /^Saved/ }).click();
  await imports.button('Undo').click();
  await expect(imports.said(/^Undone: 4 articles taken out again/)).toBeVisible();
  await expect(new Rail(window).entry('Library')).toHaveAccessibleDescription('0');
  await search.open();
  await search.field.fill('zanderkorn');
  await expect(search.hits.filter({ hasText: 'Tides of the bay' })).toHaveCount(0);
});

test('what is not whole is listed before one flies', async ({ desk: { page: window } }) => {
  const imports = new ImportPage(window);
  await imports.open();
  await imports.choose('Choose a folder', folder);
  await imports.button('Import 3 articles').click();
  await window.getByRole('link', { name: 'Go to the library' }).click();
  await window.getByRole('link', { name: '2 need attention before you fly' }).click();
  await expect(window.getByRole('heading', { name: 'Before you fly' })).toBeVisible();
  await expect(window.getByRole('main').getByRole('listitem')).toHaveText([
    /An address alone|Tides/,
    /An address alone|Tides/,
  ]);
});

/** Drops a file on the window as a file manager does. */
async function drop(window: Page, name: string, content: string): Promise<void> {
  const transfer = await window.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName));
      return data;
    },
    [name, content] as const,
  );
  await window.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(window.getByText('Let go to bring it in')).toBeVisible();
  await window.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('a file is dropped anywhere, and left again without a trace', async ({ desk: { page: window } }) => {
  const imports = new ImportPage(window);
  await drop(window, 'letters.jsonl', lines);
  await expect(imports.name).toHaveText('letters.jsonl');
  await expect(imports.button('Import 2 articles')).toBeVisible();
  await imports.button('Leave it').click();
  await expect(imports.button('Choose files')).toBeVisible();
  await expect(new Rail(window).entry('Library')).toHaveAccessibleDescription('0');
});

test('what was copied from a page becomes an article', async ({ desk: { page: window } }) => {
  const imports = new ImportPage(window);
  await window.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/html', `<h1>Copied from a page</h1><p>${text}</p>`);
    data.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
    );
  }, sentence);
  await expect(window.getByRole('dialog', { name: 'Save what you copied' })).toBeVisible();
  await expect(window.getByRole('blockquote')).toContainText('zanderkorn');
  await imports.button('Save it').click();
  await imports.button('Import 1 article').click();
  await imports.part(/^1\s*imported/).click();
  await window.getByRole('tabpanel').getByRole('link').click();
  await expect(new StoryPage(window).headline).toHaveText('Copied from a page');
});

test('nothing that can be read is said so, and the failed ones can be tried again', async ({
  desk: { page: window },
}) => {
  const imports = new ImportPage(window);
  await drop(window, 'noise.pdf', '%PDF-1.4 nothing at all');
  await expect(imports.said(/nothing here that could be imported/)).toBeVisible();
  await expect(imports.rows).toHaveText([/noise\.pdf/]);
  await expect(window.getByText('pdf.worker')).toHaveCount(0);

  await imports.open();
  await imports.choose('Choose files', join(folder, 'letters.jsonl'));
  await imports.button('Import 2 articles').click();
  await imports.button('Try the failed ones again').click();
  await expect(imports.part(/could not be read/)).toHaveAccessibleName(/^1/);
  await expect(imports.part(/^0\s*imported/)).toBeVisible();
});

test('a preview that a restart cut off says so, and can be gone on with', async ({ desk }) => {
  await drop(desk.page, 'letters.jsonl', lines);
  await expect(new ImportPage(desk.page).button('Import 2 articles')).toBeVisible();
  await desk.restart();
  const imports = new ImportPage(desk.page);
  await imports.open();
  await desk.page.getByRole('link', { name: /^letters\.jsonl/ }).click();
  await expect(imports.said(/Nothing of them was saved yet/)).toBeVisible();
  await imports.button('Go on').click();
  await expect(imports.part(/^2\s*imported/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing from the choice to the report', async ({ desk: { page: window } }) => {
      const imports = new ImportPage(window);
      const look = async () => {
        const { violations } = await new AxeBuilder({ page: window }).analyze();
        expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
      };
      await imports.open();
      await look();
      await imports.choose('Choose a folder', folder);
      await expect(imports.button('Import 3 articles')).toBeVisible();
      await look();
      await imports.button('Import 3 articles').click();
      await expect(imports.button('Undo')).toBeVisible();
      await look();
      await imports.open();
      await expect(window.getByRole('heading', { name: 'Earlier imports' })).toBeVisible();
      await look();
    });
  });
}

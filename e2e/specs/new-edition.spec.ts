import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test as base } from '../fixtures/desk.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'lectern.js');
const lectern = (...args: string[]) => promisify(execFile)(process.execPath, [program, 'content', ...args]);

const test = base.extend<{ workshop: { source: string; bundle: string } }>({
  workshop: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-workshop-'));
    const workshop = { source: join(folder, 'paper'), bundle: join(folder, 'bundle') };
    await lectern('--new', workshop.source);
    const story = join(workshop.source, 'stories', 'first-story.md');
    const paragraphs = Array.from({ length: 60 }, (_, number) => `Paragraph ${number} of a long story.`);
    writeFileSync(story, `${readFileSync(story, 'utf8')}\n\n${paragraphs.join('\n\n')}\n`);
    await lectern(workshop.source, '--out', workshop.bundle);
    await use(workshop);
    rmSync(folder, { recursive: true, force: true });
  },
  collectionDirectory: async ({ workshop }, use) => {
    await use(workshop.bundle);
  },
});

test('a collection that is compiled anew is shown at once, and the reader stays where they are', async ({
  desk: { page },
  workshop: { source, bundle },
}) => {
  await page.evaluate(() => (window.location.hash = '#/story/first-story'));
  const read = page.getByText('Paragraph 40 of a long story.');
  await read.scrollIntoViewIfNeeded();
  const top = async () => (await read.boundingBox())?.y ?? Number.NaN;
  const before = await top();

  const story = join(source, 'stories', 'first-story.md');
  const text = readFileSync(story, 'utf8').replace(/^title: .*$/m, 'title: Another headline of one line');
  writeFileSync(story, text.replace('Paragraph 41 of', 'Paragraph 41, mended, of'));
  await lectern(source, '--out', bundle);
  await expect(page.getByText('Paragraph 41, mended, of a long story.')).toBeVisible();
  await expect(page).toHaveTitle(/Another headline/);
  expect(Math.abs((await top()) - before)).toBeLessThan(100);

  writeFileSync(join(source, 'publication.yaml'), publication(source));
  await lectern(source, '--out', bundle);
  await expect(page.getByText('The Other Paper').first()).toBeVisible();
});

function publication(source: string): string {
  return readFileSync(join(source, 'publication.yaml'), 'utf8').replace(/^name: .*$/m, 'name: The Other Paper');
}

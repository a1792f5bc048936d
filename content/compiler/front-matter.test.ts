import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { fixtures } from './compile-in-temp.ts';
import { FileShelf } from './file-shelf.ts';
import { PictureShelf } from './pictures.ts';
import { ProblemList } from './problems.ts';
import { readStory } from './read-story.ts';
import { openSourceFolder } from './source-folder.ts';

const folder = openSourceFolder(join(fixtures, 'sound'));

function read(text: string) {
  const list = new ProblemList();
  const story = readStory({
    file: 'stories/any.md',
    text,
    language: 'en-GB',
    shelf: new PictureShelf(new FileShelf(folder), list),
    list,
  });
  return { story, list };
}

const sound = {
  id: 'any-story',
  title: 'A headline',
  standfirst: 'What it is about',
  section: 'worms',
  kind: 'brief',
  author: 'desk',
  published: '2026-09-07',
  tags: ['worms'],
  sources: [{ title: 'A page', publication: 'A journal', year: 2001 }],
};

/** Text that a field may hold: visible signs, no line breaks, not only blanks, and none of those that are set by language. */
const words = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .filter((text) => /^[^\p{C}"'`.-]+$/u.test(text) && text.trim() !== '');

describe('front matter', () => {
  it('never throws, and every complaint has a line, a cause and a remedy, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 100 }), (matter, text) => {
        const { story, list } = read(`---\n${matter}\n---\n\n${text}\n`);
        for (const { line, cause, remedy } of [...list.problems, ...list.warnings]) {
          expect(line).toBeGreaterThan(0);
          expect(cause).not.toBe('');
          expect(remedy).toMatch(/\S/);
        }
        if (!('record' in story)) expect(list.problems).not.toEqual([]);
      }),
    );
  });

  it('gives back what was written, whatever letters and signs it is made of', () => {
    fc.assert(
      fc.property(words(60), words(200), (title, standfirst) => {
        const { story, list } = read(`---\n${stringify({ ...sound, title, standfirst })}---\n\nText.\n`);
        expect(list.problems).toEqual([]);
        expect(story).toMatchObject({ record: { matter: { title: title.trim(), standfirst: standfirst.trim() } } });
      }),
    );
  });

  it('refuses a sound story from which any one required field was taken, and names the field', () => {
    for (const name of Object.keys(sound)) {
      const { [name as keyof typeof sound]: _, ...rest } = sound; // a key of `sound`
      const { list } = read(`---\n${stringify(rest)}---\n\nText.\n`);
      expect(list.problems.map(({ cause }) => cause).join('\n')).toContain(name);
    }
  });
});

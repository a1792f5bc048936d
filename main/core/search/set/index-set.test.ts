import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exactTerm } from '../analysis.ts';
import { buildSegment } from '../segment/build-segment.ts';
import { article } from '../test-helpers/lunr-oracle.ts';
import { openIndexSet, type OpenedIndexSet } from './open-index-set.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lectern-index-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const text = (id: string, ...blocks: string[]) => article(id, { title: `Article ${id}`, blocks });
const open = () => openIndexSet({ bundled: buildSegment([text('story', 'A worm in the collection.')]), directory });

function find(set: OpenedIndexSet, word: string): string[] {
  const wanted = [{ kind: 'terms', terms: [{ term: exactTerm(word), boost: 1 }], fields: null } as const];
  return Array.from(set.search({ wanted, required: [], excluded: [] }).documents, set.idOf).sort();
}

async function settled(set: OpenedIndexSet): Promise<void> {
  await set.merged();
  expect(set.segmentCount).toBeLessThan(20);
}

describe('an index set', () => {
  it('finds what is bundled and what was just added in one list', () => {
    const set = open();
    set.add([text('mine', 'Another worm.')]);
    expect(find(set, 'worm')).toEqual(['mine', 'story']);
    expect([set.documentCount, set.columns.source(set.documentOf('mine')!)]).toEqual([2, 'library']);
  });

  it('puts an article in the place of what had its id, and takes out what is removed', () => {
    const set = open();
    set.add([text('mine', 'A worm.'), text('other', 'A worm, too.')]);
    set.add([text('mine', 'A patch.')]);
    expect([find(set, 'worm'), find(set, 'patch')]).toEqual([['other', 'story'], ['mine']]);
    set.remove(['other', 'nobody']);
    expect([find(set, 'worm'), set.documentOf('other')]).toEqual([['story'], null]);
  });

  it('keeps the last of two articles that come with one id at once', () => {
    const set = open();
    set.add([text('mine', 'First version.'), text('mine', 'Second version.')]);
    expect([find(set, 'first'), find(set, 'second')]).toEqual([[], ['mine']]);
  });

  it('keeps few segments however often something is added, and says the same all the while', async () => {
    const set = open();
    for (let number = 0; number < 200; number += 1) {
      set.add([text(`n${number}`, `Worm number ${number}.`)]);
      if (number % 7 === 0) set.remove([`n${number}`]);
      if (number % 20 === 0) await new Promise(setImmediate);
    }
    const expected = Array.from({ length: 200 }, (_, number) => number).filter((number) => number % 7 !== 0);
    const before = find(set, 'worm');
    await settled(set);
    expect(find(set, 'worm')).toEqual(before);
    expect(set.documentCount).toBe(expected.length + 1);
    await set.close();
  });

  it('gives back the room of what was removed, without waiting for the next article', async () => {
    const set = openIndexSet({ bundled: null, directory: null });
    set.add(Array.from({ length: 10 }, (_, number) => text(`n${number}`, 'A worm.')));
    const before = set.capacity;
    set.remove(Array.from({ length: 8 }, (_, number) => `n${number}`));
    await settled(set);
    expect([before, set.capacity]).toEqual([10, 2]);
  });

  it('counts the edits of a word in letters, in any script', () => {
    const set = openIndexSet({ bundled: null, directory: null });
    set.add([text('mine', 'библиотека θάλασσα')]);
    const near = (word: string) => set.vocabulary.nearest(word, 1).map(({ distance }) => distance);
    expect([near('библиотепа'), near('библитоека'), near('бибиотека')]).toEqual([[1], [1], [1]]);
  });

  it('counts its generation up with every change', () => {
    const set = open();
    const seen = [set.generation];
    set.add([text('mine', 'A worm.')]);
    seen.push(set.generation);
    set.remove(['mine']);
    seen.push(set.generation);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  });

  it('answers the same as a set made at once, whatever was added and removed in which order', async () => {
    const deed = fc.record({
      id: fc.nat(9),
      isRemoved: fc.boolean(),
      word: fc.constantFrom('worm', 'patch', 'server'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
        const set = openIndexSet({ bundled: null, directory: null });
        const left = new Map<string, string>();
        for (const { id, isRemoved, word } of deeds) {
          if (isRemoved) {
            set.remove([`a${id}`]);
            left.delete(`a${id}`);
          } else {
            set.add([text(`a${id}`, `A ${word}.`)]);
            left.set(`a${id}`, word);
          }
        }
        await settled(set);
        for (const word of ['worm', 'patch', 'server'])
          expect(find(set, word)).toEqual(
            [...left]
              .filter(([, held]) => held === word)
              .map(([id]) => id)
              .sort(),
          );
      }),
      { numRuns: 60 },
    );
  });
});

describe('an index on disk', () => {
  it('is there again after it was closed, with the note of its owner', async () => {
    const set = open();
    set.add([text('mine', 'A worm.'), text('gone', 'A worm.')]);
    set.remove(['gone']);
    set.setNote('revision 7');
    await set.close();
    const again = open();
    expect([again.note, find(again, 'worm')]).toEqual(['revision 7', ['mine', 'story']]);
  });

  it('leaves no file behind that nothing names', async () => {
    const set = open();
    for (let number = 0; number < 60; number += 1) {
      set.add([text(`n${number}`, 'A worm.')]);
      await set.flush();
    }
    await settled(set);
    await set.close();
    expect(readdirSync(directory).length).toBeLessThan(12);
    expect(find(open(), 'worm')).toHaveLength(61);
  });

  it('merges what the last process had no time for', async () => {
    const set = open();
    for (let number = 0; number < 30; number += 1) set.add([text(`n${number}`, 'A worm.')]);
    await set.close();
    const again = open();
    const [before, found] = [again.segmentCount, find(again, 'worm')];
    await again.merged();
    expect(again.segmentCount).toBeLessThan(before);
    expect(find(again, 'worm').sort()).toEqual(found.sort());
    await again.flush();
    expect(open().segmentCount).toBe(again.segmentCount);
  });

  it('is made anew, and never trusted, when any of its files is changed, cut short or lost', async () => {
    const set = open();
    set.add([text('mine', 'A worm.')]);
    await set.close();
    for (const file of readdirSync(directory)) {
      const path = join(directory, file);
      const backup = join(tmpdir(), `lectern-index-backup-${process.pid}`);
      copyFileSync(path, backup);
      const faults = [
        () => {
          const bytes = readFileSync(path);
          bytes[bytes.length >> 1]! ^= 4;
          writeFileSync(path, bytes);
        },
        () => {
          truncateSync(path, statSync(path).size >> 1);
        },
        () => {
          rmSync(path);
        },
      ];
      for (const fault of faults) {
        fault();
        const hurt = open();
        expect([hurt.note, find(hurt, 'worm')]).toEqual([null, ['story']]);
        hurt.add([text('mine', 'A worm.')]);
        expect(find(hurt, 'worm')).toEqual(['mine', 'story']);
        copyFileSync(backup, path);
      }
      rmSync(backup);
    }
  });

  it('is made anew when a folder stands in the place of a segment', async () => {
    const set = open();
    set.add([text('mine', 'A worm.')]);
    await set.close();
    const file = join(
      directory,
      readdirSync(directory).find((name) => name.endsWith('.segment'))!,
    );
    rmSync(file);
    mkdirSync(file);
    const hurt = open();
    expect([hurt.note, find(hurt, 'worm')]).toEqual([null, ['story']]);
    hurt.add([text('mine', 'A worm.')]);
    await hurt.close();
    expect(find(open(), 'worm')).toEqual(['mine', 'story']);
  });

  it('is whole after its writer was killed, at whatever moment', async () => {
    for (const afterMs of [20, 60, 120, 200, 350]) {
      const program = new URL('../test-helpers/busy-index.ts', import.meta.url);
      const child = spawn(process.execPath, [program.pathname, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
      const exited = once(child, 'exit');
      let promised = 0;
      const lines = createInterface({ input: child.stdout });
      lines.on('line', (line) => {
        promised = Number(line);
      });
      await once(lines, 'line');
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      child.kill('SIGKILL');
      await exited;
      const set = openIndexSet({ bundled: null, directory });
      expect(Number(set.note)).toBeGreaterThanOrEqual(promised);
      expect(find(set, 'worm')).toHaveLength(Number(set.note));
      rmSync(directory, { recursive: true });
    }
    directory = mkdtempSync(join(tmpdir(), 'lectern-index-'));
  });
});

/** A temporary folder with a small compiled collection in it, and a terminal that remembers what was printed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCollection } from '../../../content/compiler/compile-collection.ts';
import { scaffoldCollection } from '../../../content/compiler/scaffold.ts';
import { placesOf } from '../../core/web/places.ts';
import type { Terminal } from '../terminal.ts';

export interface Scratch {
  readonly root: string;
  readonly collection: string;
  path(...parts: string[]): string;
  remove(): void;
}

/** The collection is that of a new publication: `first-story`, `second-story`, one download. */
export async function makeScratch(): Promise<Scratch> {
  const root = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
  const source = join(root, 'source');
  const collection = join(root, 'collection');
  const scaffolded = await scaffoldCollection(source, new Date('2026-11-23T08:00:00Z'));
  if (!scaffolded.ok) throw new Error(scaffolded.reason);
  const compiled = await compileCollection(source, collection);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ cause }) => cause).join('\n'));
  return {
    root,
    collection,
    path: (...parts) => join(root, ...parts),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export interface FakeTerminal extends Terminal {
  readonly printed: { out: string; err: string };
  /** Resolves with the first whole line of standard output. */
  readonly firstLine: Promise<string>;
  /** As a signal would. */
  stop(): void;
}

export function fakeTerminal(env: Terminal['env'] = {}, input: readonly string[] = []): FakeTerminal {
  const printed = { out: '', err: '' };
  const line = Promise.withResolvers<string>();
  const stopped = Promise.withResolvers<undefined>();
  return {
    env,
    platform: 'linux',
    home: '/nonexistent',
    printed,
    firstLine: line.promise,
    out: (text) => {
      printed.out += text;
      const [first, ...rest] = printed.out.split('\n');
      if (first !== undefined && rest.length > 0) line.resolve(first);
    },
    outBytes: (bytes) => {
      printed.out += Buffer.from(bytes).toString();
      return Promise.resolve();
    },
    err: (text) => {
      printed.err += text;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- the lines are all there
    async *lines() {
      yield* input;
    },
    untilStopped: () => stopped.promise,
    stop: () => {
      stopped.resolve(undefined);
    },
  };
}

/** The places of this checkout, whose window need not be built. */
export const sourcePlaces = placesOf(join(import.meta.dirname, '..', 'lectern.ts'));

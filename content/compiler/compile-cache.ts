/**
 * What was made of a collection's files, on disk, by what it was made of: a compile of sources that are mostly the same
 * makes only the rest. It is also where the texts of thousands of stories lie while a compile works on one of them.
 *
 * Safe to delete at any time but during a compile. An entry that was cut short or changed is not there.
 */
import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest } from '../../main/core/collection/bundle-schema.ts';

export interface CompileCache {
  /**
   * The parts that `keep` was given under this key, as JSON values, from the one place up to the other; null if there is
   * no such entry, or it is damaged.
   */
  find(key: string, from?: number, to?: number): readonly unknown[] | null;
  keep(key: string, parts: readonly unknown[]): void;
  /** What `make` gave for this key, now or in an earlier compile. */
  text(key: string, make: () => string): string;
  /** A path for a file that this compile makes and `endCompile` removes. */
  scratch(name: string): string;
  /**
   * Removes what is in the way: the scratch files, and if the compile came to a bundle what it had no use for and is an
   * hour old.
   */
  endCompile(forget: boolean): void;
}

/**
 * `maker` stands for everything besides the sources that an entry depends on: entries of another maker are not found.
 * Throws if the folder cannot be made.
 */
export function openCompileCache(directory: string, maker: string): CompileCache {
  // Of its own, since another compile may use the folder at the same time.
  const scratchFolder = join(directory, `scratch-${randomBytes(4).toString('hex')}`);
  mkdirSync(directory, { recursive: true });
  const used = new Set<string>();
  const nameOf = (key: string): string => {
    const name = digest(`${maker}\0${key}`).slice(0, 40);
    used.add(name);
    return name;
  };
  const scratch = (name: string): string => {
    mkdirSync(scratchFolder, { recursive: true });
    return join(scratchFolder, `${randomBytes(4).toString('hex')}-${name}`);
  };
  const find: CompileCache['find'] = (key, from, to) =>
    readLines(join(directory, nameOf(key)))
      ?.slice(from, to)
      .map((line): unknown => JSON.parse(line)) ?? null;
  const keep = (key: string, parts: readonly unknown[]): void => {
    const lines = parts.map((part) => JSON.stringify(part)).join('\n');
    // Another name first: who shares the folder never reads half an entry.
    const fresh = scratch('entry');
    writeFileSync(fresh, `${digest(lines)}\n${lines}`);
    renameSync(fresh, join(directory, nameOf(key)));
  };
  return {
    find,
    keep,
    text: (key, make) => {
      const [kept] = find(key) ?? [];
      if (typeof kept === 'string') return kept;
      const made = make();
      keep(key, [made]);
      return made;
    },
    scratch,
    endCompile: (forget) => {
      rmSync(scratchFolder, { recursive: true, force: true });
      if (!forget) return;
      for (const name of namesIn(directory)) {
        const isOurs = /^(?:[0-9a-f]{40}|scratch-[0-9a-f]{8})$/.test(name);
        if (isOurs && !used.has(name) && isOld(join(directory, name)))
          rmSync(join(directory, name), { recursive: true, force: true });
      }
      used.clear();
    },
  };
}

/** Long enough that no compile running beside this one loses what it has just made. */
const oldAfterMs = 60 * 60 * 1000;

function isOld(path: string): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written > oldAfterMs;
}

/** A cache for one compile, or for as long as a watch lasts: `remove` takes it away. */
export function openTemporaryCache(): CompileCache & { remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-compile-'));
  return {
    ...openCompileCache(directory, ''),
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return []; // deleted meanwhile
  }
}

function readLines(path: string): string[] | null {
  const text = readText(path);
  const end = text?.indexOf('\n') ?? -1;
  if (text === null || end === -1) return null;
  const lines = text.slice(end + 1);
  if (digest(lines) !== text.slice(0, end)) return null;
  return lines.split('\n');
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // not kept, or not to be read: it is made again
  }
}

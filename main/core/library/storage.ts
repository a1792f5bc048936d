/**
 * What the library takes on the disk, and a cleaner that proposes and does nothing by itself. Whatever it does to an article
 * that is not in the trash can be undone, or leaves the text that one reads as it is.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSize, Proposal, ProposalKind, StoragePart } from '../../contract/storage-entities.ts';
import type { EventSource } from '../event-source.ts';
import { freeBytes } from '../host/library-places.ts';
import type { ArticleKey, LibraryStore, SavedArticle } from '../store/library-store.ts';
import type { StoredSize } from '../store/storage-store.ts';
import type { AssetFiles } from './asset-files.ts';
import { dropNeedless } from './drop-needless.ts';

interface Sized {
  readonly article: SavedArticle;
  readonly size: ArticleSize;
}

interface Page<Item> {
  readonly items: Item[];
  readonly total: number;
}

export interface Storage {
  summary(): { readonly parts: Map<StoragePart, number>; readonly freeBytes: number | null };
  sizeOf(article: SavedArticle): ArticleSize;
  articles(offset: number, limit: number): Page<Sized>;
  proposals(): Proposal[];
  proposed(kind: ProposalKind, offset: number, limit: number): Page<Sized>;
  clean(kinds: readonly ProposalKind[]): {
    readonly articles: number;
    readonly bytes: number;
    readonly undo: string | null;
  };
}

interface StoragePorts {
  readonly directory: string;
  readonly rows: LibraryStore;
  readonly assets: Pick<AssetFiles, 'remove'>;
  readonly events: EventSource;
  readonly now: () => Date;
}

/** Whatever was put into the trash within that time may be missed yet. */
const trashDays = 30;

const everyKind: readonly ProposalKind[] = ['trash', 'duplicates', 'versions', 'originals'];

/** Folders of the data folder that stand for a part by themselves. */
const folders: Readonly<Record<string, StoragePart>> = { index: 'index', snapshots: 'snapshots', backups: 'backups' };

export function createStorage({ directory, rows, assets, events, now }: StoragePorts): Storage {
  const { storage } = rows;

  const sizeOf = ({ key }: Pick<SavedArticle, 'key'>): ArticleSize => toSize(storage.sizes().get(key));
  const sized = (keys: readonly ArticleKey[], offset: number, limit: number): Page<Sized> => ({
    total: keys.length,
    items: keys.slice(offset, offset + limit).flatMap((key) => {
      const article = rows.byKey(key);
      return article === null ? [] : [{ article, size: sizeOf(article) }];
    }),
  });
  const largestFirst = (keys: readonly ArticleKey[]): ArticleKey[] => {
    const sizes = storage.sizes();
    return keys.toSorted((a, b) => toSize(sizes.get(b)).total - toSize(sizes.get(a)).total || a - b);
  };

  const targets = (kind: ProposalKind): ArticleKey[] => {
    switch (kind) {
      case 'trash':
        return storage.trashedBefore(new Date(now().getTime() - trashDays * 86_400_000).toISOString());
      case 'duplicates':
        return storage.duplicates();
      case 'versions':
        return storage.withOldVersions();
      case 'originals':
        return storage.withNeedlessOriginals();
    }
  };
  const gain = (kind: ProposalKind, keys: readonly ArticleKey[]): number => {
    const sizes = storage.sizes();
    const sum = (part: (size: ArticleSize) => number) =>
      keys.reduce((total, key) => total + part(toSize(sizes.get(key))), 0);
    if (kind === 'versions') return storage.oldVersionBytes(keys);
    if (kind === 'originals') return sum(({ original }) => original);
    return sum(({ text, versions }) => text + versions) + storage.assetsOfOnly(keys);
  };

  return {
    sizeOf,
    summary: () => {
      const { texts, versions, pictures, originals } = storage.sums();
      const parts = new Map<StoragePart, number>([
        ['texts', texts],
        ['versions', versions],
        ['pictures', pictures],
        ['originals', originals],
      ]);
      let other = -texts - versions - pictures - originals;
      for (const [name, bytes] of entriesOf(directory)) {
        const part = folders[name];
        if (part === undefined) other += bytes;
        else parts.set(part, bytes);
      }
      parts.set('other', Math.max(0, other));
      return { parts, freeBytes: freeBytes(directory) };
    },
    articles: (offset, limit) => sized(largestFirst([...storage.sizes().keys()]), offset, limit),
    proposals: () =>
      everyKind.flatMap((kind) => {
        const keys = targets(kind);
        const isReversible = kind === 'duplicates';
        return keys.length === 0 ? [] : [{ kind, articles: keys.length, bytes: gain(kind, keys), isReversible }];
      }),
    proposed: (kind, offset, limit) => sized(largestFirst(targets(kind)), offset, limit),
    clean: (kinds) => {
      const wanted = everyKind.filter((kind) => kinds.includes(kind)).map((kind) => ({ kind, keys: targets(kind) }));
      const bytes = wanted.reduce((sum, { kind, keys }) => sum + gain(kind, keys), 0);
      const undo = dropNeedless({ rows, assets, events }, (writer) => {
        let id: string | null = null;
        for (const { kind, keys } of wanted) {
          if (kind === 'trash') writer.many.purgeTrashed(keys);
          if (kind === 'duplicates') id = writer.many.change(keys, { kind: 'trash' }).undo;
          if (kind === 'versions') writer.dropOldVersions(keys);
          if (kind === 'originals') writer.dropOriginals(keys);
        }
        return id;
      });
      return { articles: new Set(wanted.flatMap(({ keys }) => keys)).size, bytes, undo };
    },
  };
}

function toSize(size: StoredSize | undefined): ArticleSize {
  const { text = 0, versions = 0, pictures = 0, original = 0 } = size ?? {};
  return { text, versions, pictures, original, total: text + versions + pictures + original };
}

/** What lies in the folder by its names, folders with all that is in them. What goes meanwhile counts nothing. */
function entriesOf(directory: string): [name: string, bytes: number][] {
  return readNames(directory).map((name) => [name, bytesOf(join(directory, name))]);
}

function bytesOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.size;
  return readNames(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

function readNames(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

import { readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibraryFiles } from '../web/web-files.ts';
import { openAssetFiles } from './asset-files.ts';
import { ownService } from '../importers/import-record.ts';
import { articleToSave, openLibraryFixture, textOf, type LibraryFixture } from './test-helpers/library-fixture.ts';

let fixture: LibraryFixture;

beforeEach(() => {
  fixture = openLibraryFixture();
});
afterEach(() => {
  fixture.close();
});

const files = () => readdirSync(join(fixture.directory, 'assets'));
const age = () => {
  for (const file of files()) utimesSync(join(fixture.directory, 'assets', file), 1, 1);
};

describe('the files of saved articles', () => {
  it('are kept once for the same bytes, and found by name by whoever opens the folder', () => {
    const first = fixture.assets.put(Buffer.from('picture'), 'image/png');
    expect(fixture.assets.put(Buffer.from('picture'), 'image/png')).toEqual(first);
    expect(files()).toEqual([`${first.sha256}.png`]);
    expect(first.name).toMatch(/^[0-9a-f]{32}\.png$/);
    const served = openLibraryFiles(() => fixture.directory);
    expect(served(`/assets/${first.name}`)).toMatchObject({
      mediaType: 'image/png',
      bytes: 7,
      kind: 'picture',
      immutable: true,
    });
    const later = fixture.assets.put(Buffer.from('%PDF'), 'application/pdf');
    const found = served(`/assets/${later.name}`);
    expect(found?.kind).toBe('attachment');
    expect(readFileSync(found?.path ?? '', 'utf8')).toBe('%PDF');
  });

  it('are looked up and never made a path of, and what is half written is no file', () => {
    const { sha256, name } = fixture.assets.put(Buffer.from('picture'), 'image/png');
    writeFileSync(join(fixture.directory, 'assets', '0123.part'), 'half');
    for (const asked of [
      '../library.db',
      `../assets/${name}`,
      `${sha256}.png`,
      '0123.part',
      '',
      '.',
      name.toUpperCase(),
    ]) {
      expect(fixture.assets.resolve(asked)).toBeNull();
    }
    expect(openAssetFiles(join(fixture.directory, 'nowhere')).resolve(name)).toBeNull();
  });

  it('stay as long as any article needs them', () => {
    const picture = { ...fixture.assets.put(Buffer.from('shared'), 'image/png'), role: 'picture' as const };
    const own = { ...fixture.assets.put(Buffer.from('own'), 'text/html'), role: 'original' as const };
    const article = (id: string, assets: (typeof picture | typeof own)[]) =>
      articleToSave({ externalId: id, content: { kind: 'text', text: textOf(id) }, assets });
    fixture.library.save([article('a', [picture, own]), article('b', [picture])], ownService);
    age();
    fixture.library.moveToTrash(['a', 'b']);
    expect(files()).toHaveLength(2);
    fixture.library.purge(['a']);
    expect(files()).toEqual([`${picture.sha256}.png`]);
    expect(fixture.library.article('b').imagesKept).toBe(1);
  });

  it('stay for an hour after they were put there, since somebody may be about to need them', () => {
    const own = { ...fixture.assets.put(Buffer.from('own'), 'image/png'), role: 'picture' as const };
    fixture.library.save([articleToSave({ externalId: 'a', url: 'https://a.example', assets: [own] })], ownService);
    fixture.library.moveToTrash(['a']);
    fixture.library.purge(['a']);
    expect(files()).toHaveLength(1);
  });
});

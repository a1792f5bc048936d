import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../contract/client.ts';
import type { EventMessage } from '../../contract/events.ts';
import { chooseLibrary } from './choose-library.ts';
import { spawnCoreThread } from './core-host.ts';
import { createLibraryHost, type LibraryHost } from './library-host.ts';
import { fillLibrary, makeLibraries, readLibrary, type LibrariesFixture } from './test-helpers/libraries.ts';

const entry = pathToFileURL(join(import.meta.dirname, 'core-process.ts'));

let fixture: LibrariesFixture;
let host: LibraryHost;
let client: Client;
let seen: EventMessage['event'][];
let reports: string[];

function open(): void {
  seen = [];
  reports = [];
  const report = (message: string) => reports.push(message);
  host = createLibraryHost({
    register: fixture.register,
    opened: chooseLibrary(fixture.register, null, {}),
    spawn: ({ directory, fault }) =>
      spawnCoreThread(
        entry,
        {
          collectionDirectory: join(fixture.folder, 'no-collection'),
          dataDirectory: directory,
          libraryFault: fault ?? undefined,
          version: '1.2.3',
        },
        report,
      ),
    platform: 'linux',
    home: join(fixture.folder, 'home'),
    report,
  });
  host.onEvent(({ event }) => seen.push(event));
  client = createClient(host.invoke);
}

beforeEach(() => {
  fixture = makeLibraries();
  fillLibrary(fixture.directory, 2);
  open();
});
afterEach(async () => {
  await host.close();
  expect(reports).toEqual([]);
  fixture.remove();
});

const documents = async () => {
  const { places } = await client['libraries.places']({});
  return places.find(({ name }) => name === 'Documents')!.id;
};
const saved = async () => (await client['library.counts']({})).inbox;

describe('several libraries', () => {
  it('makes one, opens it, and has each keep its own', async () => {
    const made = await client['libraries.create']({ name: 'Work: "2026"', place: await documents() });
    const work = made.items.at(-1)!;
    expect(work).toMatchObject({ state: 'ready', directory: join(fixture.place, 'Lectern Work- -2026-') });
    expect(await saved()).toBe(2);
    await client['libraries.open']({ id: work.id });
    expect(seen).toContain('core.restarted');
    expect(host.dataDirectory()).toBe(work.directory);
    expect(await saved()).toBe(0);

    await host.close();
    open();
    expect(host.dataDirectory()).toBe(work.directory);
    await client['libraries.open']({ id: 'first' });
    expect(await saved()).toBe(2);
  });

  it('has calls that come while it changes wait for the library to come', async () => {
    const { items } = await client['libraries.create']({ name: 'Work', place: await documents() });
    const opening = client['libraries.open']({ id: items.at(-1)!.id });
    expect(await Promise.all([saved(), saved()])).toEqual([0, 0]);
    await opening;
  });

  it('finds one on a stick and takes it into the list, under a name of its own', async () => {
    const stick = join(fixture.place, 'library');
    fillLibrary(stick, 1);
    const { found } = await client['libraries.places']({});
    expect(found).toMatchObject([{ name: 'library', directory: stick }]);
    const { items } = await client['libraries.add']({ found: found[0]!.id });
    expect(items.map(({ name }) => name)).toEqual(['Library', 'library 2']);
    expect((await client['libraries.places']({})).found).toEqual([]);
  });

  it('never makes a library anew where the reader’s own is missing, and opens it when it is back', async () => {
    await client['libraries.create']({ name: 'Work', place: await documents() });
    await client['libraries.open']({ id: 'first' });
    await host.close();
    renameSync(fixture.directory, `${fixture.directory}.unplugged`);
    open();
    const { store } = await client['app.status']({});
    expect(store).toMatchObject({
      ready: false,
      message: expect.stringContaining('“Library” is not where it was') as string,
    });
    expect(existsSync(fixture.directory)).toBe(false);
    expect((await client['libraries.list']({})).items[0]).toMatchObject({ state: 'absent' });
    await expect(client['libraries.open']({ id: 'first' })).rejects.toThrow('plug that in');
    renameSync(`${fixture.directory}.unplugged`, fixture.directory);
    await client['libraries.open']({ id: 'first' });
    expect(await saved()).toBe(2);
  });

  it('refuses a name that is taken, and to take the open one off the list', async () => {
    const place = await documents();
    await expect(client['libraries.create']({ name: 'library', place })).rejects.toThrow('called “Library” already');
    const { items } = await client['libraries.create']({ name: 'Work', place });
    const work = items.at(-1)!.id;
    await expect(client['libraries.rename']({ id: work, name: 'LIBRARY' })).rejects.toThrow('already');
    await expect(client['libraries.forget']({ id: 'first' })).rejects.toThrow('is the current library');
    await client['libraries.forget']({ id: work });
    expect((await client['libraries.list']({})).items.map(({ name }) => name)).toEqual(['Library']);
    expect(existsSync(join(fixture.place, 'Lectern Work'))).toBe(true);
  });
});

describe('moving the open library', () => {
  const moved = async () => {
    await expect.poll(() => seen.filter((event) => event === 'core.restarted').length, { timeout: 20_000 }).toBe(1);
    return client['libraries.list']({});
  };

  it('reads on from its new folder', async () => {
    const started = await client['libraries.move']({ place: await documents() });
    expect(started.moving).toMatchObject({ id: 'first', to: join(fixture.place, 'Lectern Library') });
    const list = await moved();
    expect(list).toMatchObject({ moving: null, moveFault: null, items: [{ state: 'open' }] });
    expect(host.dataDirectory()).toBe(join(fixture.place, 'Lectern Library'));
    expect(await saved()).toBe(2);
    expect(readLibrary(host.dataDirectory())).toMatchObject({ pictures: 2 });
  });

  it('says why it could not, and stays', async () => {
    const chosenFolder = join(fixture.folder, 'chosen');
    mkdirSync(chosenFolder);
    const place = host.offer(chosenFolder);
    writeFileSync(join(chosenFolder, 'Lectern Library.probe'), '');
    mkdirSync(join(fixture.directory, 'move.probe'));
    await client['libraries.move']({ place });
    await expect
      .poll(async () => (await client['libraries.list']({})).moveFault, { timeout: 20_000 })
      .toContain('could not be moved');
    expect(host.dataDirectory()).toBe(fixture.directory);
    expect(await saved()).toBe(2);
  });

  it('removes what was left behind only when it is asked to, and only while the new one is there', async () => {
    await client['libraries.move']({ place: await documents() });
    await moved();
    const old = join(fixture.folder, 'old');
    mkdirSync(old);
    fixture.register.write((content) => ({
      ...content,
      libraries: content.libraries.map((one) => ({ ...one, left: old })),
    }));
    const directory = host.dataDirectory();
    renameSync(directory, `${directory}.away`);
    await expect(client['libraries.removeLeft']({ id: 'first' })).rejects.toThrow('is kept');
    expect(existsSync(old)).toBe(true);
    renameSync(`${directory}.away`, directory);
    const { items } = await client['libraries.removeLeft']({ id: 'first' });
    expect(items[0]!.left).toBeNull();
    expect(existsSync(old)).toBe(false);
  });
});

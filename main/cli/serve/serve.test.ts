import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Places } from '../../core/web/places.ts';
import { runLectern } from '../run-lectern.ts';
import { ask, logIn } from '../test-helpers/http-client.ts';
import { fakeTerminal, makeScratch, sourcePlaces, type FakeTerminal, type Scratch } from '../test-helpers/scratch.ts';

let scratch: Scratch;
let places: Places;
let data: string;

beforeAll(async () => {
  scratch = await makeScratch();
  mkdirSync(scratch.path('renderer'));
  writeFileSync(scratch.path('renderer', 'index.html'), '<!doctype html>');
  places = { ...sourcePlaces, collectionDirectory: scratch.collection, windowDirectory: scratch.path('renderer') };
});
afterAll(() => {
  scratch.remove();
});

beforeEach(() => {
  data = scratch.path('data');
});
afterEach(() => {
  rmSync(data, { recursive: true, force: true });
});

interface Running {
  readonly terminal: FakeTerminal;
  /** The exit code. */
  readonly ended: Promise<number>;
}

function serve(...args: string[]): Running {
  const terminal = fakeTerminal();
  return { terminal, ended: runLectern(['serve', '--data', data, ...args], places, terminal) };
}

/** Runs until the address is printed, uses it, stops. */
async function use(running: Running, visit: (post: Post) => Promise<void>): Promise<number> {
  const { origin, cookie } = await logIn(await running.terminal.firstLine);
  await visit(async (method, input) => {
    const headers = { 'content-type': 'application/json', origin, cookie };
    const { body } = await ask(`${origin}/api/${method}`, { method: 'POST', headers, body: JSON.stringify(input) });
    const reply: unknown = JSON.parse(body);
    return reply;
  });
  running.terminal.stop();
  return running.ended;
}

type Post = (method: string, input: unknown) => Promise<unknown>;

/** What a serve that cannot start says. */
async function failure(...args: string[]): Promise<string> {
  const { terminal, ended } = serve(...args);
  expect(await ended).toBe(1);
  expect(terminal.printed.out).toBe('');
  return terminal.printed.err;
}

describe('lectern serve', () => {
  it('prints its address first, keeps what was bookmarked, and ends well when asked to stop', async () => {
    const first = serve();
    const code = await use(first, async (post) => {
      expect(await post('bookmarks.set', { id: 'first-story', bookmarked: true })).toMatchObject({ ok: true });
    });
    expect(code).toBe(0);
    expect(first.terminal.printed.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=\S+\n$/);

    await use(serve(), async (post) => {
      const reply = await post('articles.list', { only: 'bookmarked' });
      expect(reply).toMatchObject({ value: { items: [{ id: 'first-story', marks: { bookmarked: true } }] } });
    });
  });

  it('takes the port that it is given', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo; // a TCP server that listens
    await new Promise((resolve) => free.close(resolve));
    const running = serve('--port', String(port));
    expect(await running.terminal.firstLine).toContain(`http://127.0.0.1:${port}/?token=`);
    running.terminal.stop();
    expect(await running.ended).toBe(0);
  });

  it('says that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo; // a TCP server that listens
    expect(await failure('--port', String(port))).toContain(`Port ${port} is taken by another program. Choose another`);
    other.close();
  });

  it('says that the data folder cannot be used, and leaves what is there', async () => {
    writeFileSync(data, 'a file of mine');
    expect(await failure()).toMatch(/data folder .+ cannot be used .+ Choose a folder/);
    expect(readFileSync(data, 'utf8')).toBe('a file of mine');
  });

  it('says that another program holds the library', async () => {
    await use(serve(), () => Promise.resolve());
    const other = await lockElsewhere(join(data, 'library.db'));
    expect(await failure()).toMatch(/in use/);
    other.kill();
    await once(other, 'exit');
    expect(await use(serve(), () => Promise.resolve())).toBe(0);
  });

  it('opens for reading over a damaged library, says so, keeps nothing and changes nothing', async () => {
    mkdirSync(data);
    const garbage = Buffer.alloc(4096, 'not a database ');
    writeFileSync(join(data, 'library.db'), garbage);
    const running = serve();
    await use(running, async (post) => {
      expect(await post('articles.get', { id: 'first-story' })).toMatchObject({ ok: true });
      expect(await post('bookmarks.set', { id: 'first-story', bookmarked: true })).toMatchObject({
        code: 'store-damaged',
      });
    });
    expect(running.terminal.printed.err).toMatch(/library\.db .+ is damaged .+ opens for reading/);
    expect(readFileSync(join(data, 'library.db')).equals(garbage)).toBe(true);
  });

  it('says that there is no collection, and how to make one', async () => {
    expect(await failure('--collection', scratch.path('nowhere'))).toMatch(
      /no collection in .+nowhere.+npm run content/,
    );
  });

  it.each<[string, (bundle: string) => void]>([
    ['cut short', (bundle) => truncateSync(join(bundle, 'catalogue.json'), 100)],
    ['changed', (bundle) => tamper(join(bundle, 'catalogue.json'))],
    ['changed', (bundle) => tamper(join(bundle, 'manifest.json'))],
    ['lacks', (bundle) => rmSync(join(bundle, 'catalogue.json'))],
    ['garbled', (bundle) => truncateSync(join(bundle, 'manifest.json'), 50)],
  ])('says that a file of the collection is %s, and what to do', async (what, damage) => {
    const bundle = scratch.path('damaged');
    cpSync(scratch.collection, bundle, { recursive: true });
    damage(bundle);
    const said = await failure('--collection', bundle);
    rmSync(bundle, { recursive: true });
    expect(said).toContain(what);
    expect(said).toContain('Reinstall Lectern, or make the collection again');
  });

  it('says how to build a window that is missing', async () => {
    const terminal = fakeTerminal();
    const bare = { ...places, windowDirectory: scratch.path('nowhere') };
    expect(await runLectern(['serve', '--data', data], bare, terminal)).toBe(1);
    expect(terminal.printed.err).toContain('npm run build');
    expect(existsSync(data)).toBe(false);
  });
});

/** Another process: within one, two copies of SQLite would not see each other's locks. */
async function lockElsewhere(file: string): Promise<ChildProcess> {
  const program = `
    import { DatabaseSync } from 'node:sqlite';
    const database = new DatabaseSync(${JSON.stringify(file)});
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Changes one character and nothing of the size. */
function tamper(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/[0-9](?=[^0-9]*$)/, (digit) => String((Number(digit) + 1) % 10)),
  );
}

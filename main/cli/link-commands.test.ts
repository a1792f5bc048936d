import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLoopback, type LoopbackServer } from '../core/network/test-helpers/loopback-server.ts';
import { runLectern } from './run-lectern.ts';
import { fakeTerminal, makeScratch, sourcePlaces, type Scratch } from './test-helpers/scratch.ts';

let scratch: Scratch;
let server: LoopbackServer;
beforeAll(async () => {
  scratch = await makeScratch();
  server = await startLoopback(({ url }, response) => {
    if (url === '/tides')
      response.end(`<!doctype html><title>Tides</title><article><p>${'The sea comes and goes. '.repeat(20)}`);
    else response.writeHead(404).end();
  });
});
afterAll(async () => {
  await server.close();
  scratch.remove();
});

async function run(args: readonly string[], input: readonly string[] = []) {
  const terminal = fakeTerminal({}, input);
  const all = [...args, '--data', scratch.path('data'), '--collection', scratch.collection];
  const code = await runLectern(all, sourcePlaces, terminal);
  return { code, ...terminal.printed };
}

describe('lectern save', () => {
  it('fetches what it is given, says what became of each, and fails if one did not come', async () => {
    const args = [
      'save',
      `${server.origin}/tides`,
      `${server.origin}/none`,
      'mailto:a@b.org',
      '--tag',
      'sea',
      '--shelf',
      'a/b',
    ];
    const { code, out, err } = await run([...args, '--allow-private', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { title: 'Tides', state: 'kept' },
      { state: 'failed', message: expect.stringContaining('404') as string },
      { articleId: null, state: 'wrong' },
    ]);
    expect(err).toContain('2 of 3 did not come');
    const listed = await run(['search', 'tag:sea', '--json']);
    expect(listed.out).toContain('Tides');
    expect(await run(['save', '-', '--allow-private'], [`${server.origin}/tides`])).toMatchObject({
      code: 0,
      out: expect.stringContaining('There already: “Tides”') as string,
    });
    expect(server.log).toEqual(['/tides', '/none']);
  });

  it('enters no private network unless it may, and keeps the link alone if it is told to', async () => {
    const asked = server.log.length;
    const refused = await run(['save', `${server.origin}/inside`]);
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('Refused') as string });
    const kept = await run(['save', `${server.origin}/alone`, '--no-fetch']);
    expect(kept).toMatchObject({ code: 0, out: `Saved as a link: ${server.origin}/alone\n` });
    expect(server.log).toHaveLength(asked);
  });
});

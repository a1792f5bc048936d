/** Kiwix over the same articles: a ZIM file made by zimwriterfs, read by kiwix-serve. Debian: zim-tools, kiwix-tools. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import { readArticles } from './corpus.ts';

export function hasKiwix(): boolean {
  return ['zimwriterfs', 'kiwix-serve'].every((name) => spawnSync(name, ['--version']).error === undefined);
}

export interface Zim {
  readonly file: string;
  /** Of zimwriterfs alone; writing the small HTML files before it does not count. */
  readonly seconds: number;
}

export async function makeZim(corpus: string, count: number, directory: string): Promise<Zim> {
  const pages = join(directory, 'pages');
  mkdirSync(pages, { recursive: true });
  for await (const { id, title, author, body } of readArticles(corpus, count)) {
    writeFileSync(join(pages, `${encodeURIComponent(id)}.html`), page(title, author, body));
  }
  writeFileSync(join(pages, 'index.html'), page('Articles', '', 'Search them.'));
  writeFileSync(join(pages, 'icon.png'), greySquare(48));
  const file = join(directory, 'articles.zim');
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    'zimwriterfs',
    [
      '--welcome=index.html',
      '--illustration=icon.png',
      '--language=eng',
      '--name=articles',
      '--title=Articles',
      '--description=Articles for measuring',
      '--creator=bench',
      '--publisher=bench',
      pages,
      file,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`zimwriterfs: ${stderr.slice(-500)}`);
  return { file, seconds: (performance.now() - begun) / 1000 };
}

export interface KiwixServer {
  /** A page of twenty hits with their passages, as HTML. */
  search(query: string): Promise<string>;
  stop(): void;
}

export async function startKiwix(zim: string, port: number): Promise<KiwixServer> {
  const child = spawn('kiwix-serve', ['--port', String(port), '--address', '127.0.0.1', zim], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(origin).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await pause(100);
  }
  return {
    search: async (query) => {
      const asked = new URLSearchParams({ pattern: query, 'books.name': 'articles', pageLength: '20' });
      const response = await fetch(`${origin}/search?${asked.toString()}`);
      if (response.status >= 500) throw new Error(`kiwix-serve answers ${response.status}`);
      return response.text();
    },
    stop: () => void child.kill(),
  };
}

function page(title: string, author: string, body: string): string {
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const paragraphs = body.split('\n').map((text) => `<p>${safe(text)}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${safe(title)}</title></head>
<body><h1>${safe(title)}</h1><p>${safe(author)}</p>${paragraphs.join('\n')}</body></html>`;
}

/** A PNG, since zimwriterfs insists on one. */
function greySquare(size: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head[8] = 8;
  const rows = Buffer.alloc(size * (size + 1), 0x80);
  for (let row = 0; row < size; row += 1) rows[row * (size + 1)] = 0;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

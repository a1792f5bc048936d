/** The terminal that this process was started in. */
import { once } from 'node:events';
import { homedir } from 'node:os';
import type { Terminal } from './terminal.ts';

export function nodeTerminal(): Terminal {
  // `lectern list | head` closes the pipe early: there is nobody left to tell, and nothing went wrong.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    out: (text) => void process.stdout.write(text),
    outBytes: async (bytes) => {
      if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
    },
    err: (text) => void process.stderr.write(text),
    lines: inputLines,
    untilStopped,
  };
}

/** Not node:readline, for which a carriage return or U+2028 ends a line too. */
async function* inputLines(): AsyncIterable<string> {
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}

/** The first signal asks to stop; a second one ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
    if (process.env['npm_lifecycle_event'] !== undefined) whenParentIsGone(resolve);
  });
}

/** `npm run` that is killed takes its shell along, and that shell tells nobody: we would be left behind, unseen. */
function whenParentIsGone(tell: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, 500);
  timer.unref();
}

/** Compiles a collection whenever its folder has changed, until it is asked to stop. A fault is told and waited out. */
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../main/contract/errors.ts';
import { compileAndTell, type CompileRequest, type Voice } from './compile-command.ts';
import { stateOf, watchFolder } from './watch-folder.ts';

/** Editors write a file in several steps, some by way of another name: what comes within this time is one change. */
const quietMs = 80;
/** However busy the folder is, it is looked at this often. */
const patienceMs = 1000;

/** Compiles at once, too. Throws only what is no fault of the sources or the disk. */
export async function watchCollection(request: CompileRequest, voice: Voice, stopped: Promise<unknown>): Promise<void> {
  const { source, out } = request;
  const end = new AbortController();
  let changedAt = 0;
  let wake = Promise.withResolvers<undefined>();
  const changed = () => {
    changedAt = performance.now();
    wake.resolve(undefined);
  };
  const close = watchFolder(source, out, changed);
  void stopped.then(() => {
    end.abort();
    wake.resolve(undefined);
  });
  try {
    let compiled = '';
    for (;;) {
      const state = stateOf(source, out);
      if (state !== compiled) await compileOnce(request, voice);
      compiled = state;
      await wake.promise;
      const begun = performance.now();
      while (!end.signal.aborted && quietFor(changedAt) < quietMs && performance.now() - begun < patienceMs)
        await wait(quietMs / 4);
      if (end.signal.aborted) return;
      wake = Promise.withResolvers<undefined>();
    }
  } finally {
    close();
  }
}

function quietFor(changedAt: number): number {
  return performance.now() - changedAt;
}

async function compileOnce(request: CompileRequest, voice: Voice): Promise<void> {
  try {
    await compileAndTell(request, voice);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    voice.err(`${error.message}\n`);
  }
}

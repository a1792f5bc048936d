/** A core for one command, in its own process: it does nothing by itself, and says its mistakes on standard error. */
import { createCore, type Core, type CoreOptions } from '../core/core.ts';
import { explain } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export function createBriefCore(options: Omit<CoreOptions, 'isBrief' | 'now' | 'report'>, terminal: Terminal): Core {
  return createCore({
    ...options,
    isBrief: true,
    now: () => new Date(),
    report: (method, error) => {
      terminal.err(`lectern: ${method} failed: ${explain(error)}\n`);
    },
  });
}

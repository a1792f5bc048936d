/** For tests of what a killed process leaves behind: rounds of it, the same for the same seed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pass } from 'node:timers/promises';

export const killRounds = Number(process.env['LECTERN_KILL_ROUNDS'] ?? 2);
export const killSeed = Number(process.env['LECTERN_KILL_SEED'] ?? Date.now() % 1_000_000);

let state = killSeed;

/** From 0 to 1. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

interface Round {
  readonly args: readonly string[];
  /** Told whether the process came to its end. */
  readonly judge: (isWhole: boolean) => Promise<void>;
}

/**
 * Lets `program` end once to know how long it takes from its first word on, then kills it again and again at any moment of
 * that. `prepare` makes each round ready.
 */
export async function killAtAnyMoment(program: string, prepare: () => Round | Promise<Round>): Promise<void> {
  let longest = 0;
  for (let round = 0; round <= killRounds; round += 1) {
    const { args, judge } = await prepare();
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'close');
    await once(child.stdout, 'data');
    const begun = performance.now();
    if (round > 0) {
      await Promise.race([pass(random() * longest), ended]);
      child.kill('SIGKILL');
    }
    await ended;
    if (round === 0) longest = performance.now() - begun;
    await judge(round === 0);
  }
}

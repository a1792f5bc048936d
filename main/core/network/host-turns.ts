/**
 * Who may ask whom, and when: few requests at once to one host and in all, a pause between those of a robot, and none at
 * all to a host that has asked to be left alone.
 */
import type { Clock } from '../clock.ts';

export interface Pace {
  readonly perHost: number;
  readonly overall: number;
  /** Between the beginnings of two requests to one host by a robot, in milliseconds. */
  readonly robotPauseMs: number;
}

export const usualPace: Pace = { perHost: 2, overall: 8, robotPauseMs: 1000 };

export interface HostTurns {
  /** How long a host is to be left alone still; 0 for one that may be asked. */
  restOf(host: string): number;
  rest(host: string, milliseconds: number): void;
  /** Resolves, when it is its turn, to the way of giving it back; to null if `signal` aborts before. */
  take(host: string, asRobot: boolean, signal: AbortSignal): Promise<(() => void) | null>;
}

interface Waiting {
  readonly host: string;
  readonly asRobot: boolean;
  readonly go: () => void;
}

export function createHostTurns(pace: Pace, clock: Clock): HostTurns {
  const active = new Map<string, number>();
  const restUntil = new Map<string, number>();
  const robotAt = new Map<string, number>();
  const waiting: Waiting[] = [];
  let all = 0;
  let cancelTimer: (() => void) | null = null;

  const mayGo = ({ host, asRobot }: Waiting): boolean =>
    (active.get(host) ?? 0) < pace.perHost && (!asRobot || (robotAt.get(host) ?? 0) <= clock.now());

  const next = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    for (let index = 0; index < waiting.length && all < pace.overall;) {
      const one = waiting[index];
      if (one === undefined || !mayGo(one)) {
        index += 1;
        continue;
      }
      waiting.splice(index, 1);
      all += 1;
      active.set(one.host, (active.get(one.host) ?? 0) + 1);
      if (one.asRobot) robotAt.set(one.host, clock.now() + pace.robotPauseMs);
      one.go();
    }
    const pauses = waiting.filter(({ asRobot }) => asRobot).map(({ host }) => (robotAt.get(host) ?? 0) - clock.now());
    const soonest = Math.min(...pauses.filter((pause) => pause > 0));
    if (Number.isFinite(soonest)) cancelTimer = clock.after(soonest, next);
    forgetPast(restUntil, clock.now());
    forgetPast(robotAt, clock.now());
  };

  const giveBack = (host: string) => () => {
    all -= 1;
    const left = (active.get(host) ?? 1) - 1;
    if (left === 0) active.delete(host);
    else active.set(host, left);
    next();
  };

  return {
    restOf: (host) => Math.max(0, (restUntil.get(host) ?? 0) - clock.now()),
    rest: (host, milliseconds) => {
      restUntil.set(host, Math.max(restUntil.get(host) ?? 0, clock.now() + milliseconds));
    },
    take: (host, asRobot, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve(null);
          return;
        }
        const abort = (): void => {
          const index = waiting.indexOf(one);
          if (index >= 0) waiting.splice(index, 1);
          resolve(null);
        };
        const one: Waiting = {
          host,
          asRobot,
          go: () => {
            signal.removeEventListener('abort', abort);
            resolve(giveBack(host));
          },
        };
        signal.addEventListener('abort', abort, { once: true });
        waiting.push(one);
        next();
      }),
  };
}

function forgetPast(times: Map<string, number>, now: number): void {
  for (const [host, time] of times) if (time <= now) times.delete(host);
}

/**
 * Works the queue off: few links at once, none before its time, none twice. Sleeps while there is no network and wakes by
 * itself to look. One process at a time is at it; what it had in hand when it was killed is queued again by the next.
 */
import type { Clock } from '../clock.ts';
import type { LinkStore, StoredLink } from '../store/link-store.ts';
import { backoffMs, offlineBackoff, pageBackoff } from './backoff.ts';
import type { LinkEnd } from './fetch-link.ts';

export interface QueuePorts {
  readonly links: LinkStore;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly isOn: () => boolean;
  readonly isPaused: () => boolean;
  readonly fetch: (link: StoredLink) => Promise<LinkEnd>;
  /** Of another process's work, null; else the way to let go. */
  readonly takeLock: () => (() => void) | null;
  readonly changed: () => void;
  /** Told of bugs and of faults of the disk; the queue stands still after one until it is woken. */
  readonly report: (error: unknown) => void;
}

export interface LinkQueue {
  /** There may be something to do. */
  wake(): void;
  /** There is a network again, it is said. */
  wakeFromOffline(): void;
  state(): { readonly isOffline: boolean; readonly wakesAt: number | null; readonly isElsewhere: boolean };
  close(): Promise<void>;
}

/** At once; the network port has its own limits on hosts. */
const atOnce = 6;
const perHost = 2;
const mostAttempts = 6;
/** How often to look whether the other process has let go, in milliseconds. */
const elsewhereMs = 5000;

export function createLinkQueue(ports: QueuePorts): LinkQueue {
  const { links, clock } = ports;
  const underWay = new Map<string, Promise<void>>();
  const hosts = new Map<string, number>();
  let release: (() => void) | null = null;
  let isElsewhere = false;
  let isClosed = false;
  let isBroken = false;
  let offlineTimes = 0;
  let asleepUntil: number | null = null;
  let cancelTimer: (() => void) | null = null;
  /** What was under way when nothing more was found: it would be looked for in vain again. */
  let emptyFor: string | null = null;

  const stamp = (after = 0): string => new Date(clock.now() + after).toISOString();
  const busyHosts = (): string[] => [...hosts].flatMap(([host, count]) => (count >= perHost ? [host] : [])).sort();

  const hold = (): boolean => {
    if (release !== null) return true;
    release = ports.takeLock();
    isElsewhere = release === null;
    if (release !== null) links.releaseAll(stamp());
    return release !== null;
  };

  const pump = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    if (isClosed || isBroken || !ports.isOn() || ports.isPaused()) return;
    if (asleepUntil !== null && asleepUntil > clock.now()) {
      wakeAt(asleepUntil);
      return;
    }
    asleepUntil = null;
    if (!links.hasOpen()) {
      letGo();
      return;
    }
    if (!hold()) {
      wakeAt(clock.now() + elsewhereMs);
      return;
    }
    // After a time offline one goes ahead.
    while (underWay.size < (offlineTimes > 0 ? 1 : atOnce)) {
      const underWayNow = [...hosts].map(([host, count]) => `${host} ${count}`).join('\n');
      if (emptyFor === underWayNow) break;
      const link = links.claim(stamp(), busyHosts(), [...hosts.keys()]);
      if (link === null) {
        emptyFor = underWayNow;
        break;
      }
      begin(link);
    }
    const due = links.nextDue(stamp());
    if (due !== null) wakeAt(Date.parse(due));
  };

  const wakeAt = (time: number): void => {
    cancelTimer?.();
    cancelTimer = clock.after(Math.max(0, time - clock.now()), () => {
      emptyFor = null;
      guardedPump();
    });
  };

  const guardedPump = (): void => {
    try {
      pump();
    } catch (error) {
      isBroken = true;
      ports.report(error);
    }
  };

  const begin = (link: StoredLink): void => {
    const host = URL.parse(link.url)?.host ?? '';
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
    const work = ports
      .fetch(link)
      .then((end) => {
        settle(link, end);
      })
      .catch((error: unknown) => {
        // The disk is full, or there is a bug: nothing is tried again and again over it.
        isBroken = true;
        ports.report(error);
      })
      .finally(() => {
        underWay.delete(link.articleId);
        const left = (hosts.get(host) ?? 1) - 1;
        if (left === 0) hosts.delete(host);
        else hosts.set(host, left);
        guardedPump();
        ports.changed();
      });
    underWay.set(link.articleId, work);
    ports.changed();
  };

  const settle = (link: StoredLink, end: LinkEnd): void => {
    const { articleId, attempts } = link;
    if (end.kind !== 'offline' && end.kind !== 'stopped') offlineTimes = 0;
    const to = (state: StoredLink['state'], message: string, { after = 0, failures = attempts } = {}) => {
      links.settle(articleId, { state, attempts: failures, dueAt: stamp(after), message });
      if (state === 'queued' || state === 'waiting') emptyFor = null;
    };
    switch (end.kind) {
      case 'kept':
        links.within(() => {
          end.save();
          const rest = end.pictures.later;
          if (rest === null) to('kept', end.message);
          else settle(link, rest);
        });
        return;
      case 'unwanted':
        to('refused', 'The article was removed before its page was fetched.');
        return;
      case 'failed':
      case 'refused':
        to(end.kind, end.message);
        return;
      case 'stopped':
        to('queued', '');
        return;
      case 'offline':
        to('queued', '');
        sleep();
        return;
      case 'later': {
        const failures = attempts + Number(end.isAttempt);
        const own = backoffMs(pageBackoff, Math.max(1, failures), ports.chance());
        if (failures >= mostAttempts) to('failed', `${end.message} It was tried ${failures} times.`, { failures });
        else
          to('waiting', end.message, {
            after: Math.max(end.afterMs ?? 0, end.isAttempt || end.afterMs === null ? own : 0),
            failures,
          });
      }
    }
  };

  const sleep = (): void => {
    // Those that were under way together fail together: that is one time offline.
    if (asleepUntil !== null && asleepUntil > clock.now()) return;
    offlineTimes += 1;
    asleepUntil = clock.now() + backoffMs(offlineBackoff, offlineTimes, ports.chance());
  };

  const letGo = (): void => {
    if (underWay.size > 0) return;
    release?.();
    release = null;
  };

  const wake = (): void => {
    emptyFor = null;
    isBroken = false;
    guardedPump();
  };

  return {
    wake,
    wakeFromOffline: () => {
      asleepUntil = null;
      wake();
    },
    state: () => ({
      isOffline: offlineTimes > 0,
      wakesAt: asleepUntil !== null && asleepUntil > clock.now() ? asleepUntil : null,
      isElsewhere,
    }),
    close: async () => {
      isClosed = true;
      cancelTimer?.();
      await Promise.all(underWay.values());
      letGo();
    },
  };
}

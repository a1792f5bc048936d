/** The rules of each site, asked for once a day. */
import type { NetworkAnswer, NetworkStopped } from './network-port.ts';
import { robotName } from './request-headers.ts';
import { allowsAll, readRobots, type RobotsRules } from './robots.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Rules that could not be had because of the site are asked for again after so long. */
const faultMs = 60 * 60 * 1000;
const mostSites = 2000;

export interface RobotsCache {
  /** The rules, or the answer that kept us from having them: then the page is not asked for either. */
  rulesFor(origin: string, allowPrivate: boolean): Promise<RobotsRules | NetworkStopped>;
}

export function createRobotsCache(
  now: () => number,
  fetch: (url: string, allowPrivate: boolean) => Promise<NetworkAnswer>,
): RobotsCache {
  const known = new Map<string, { readonly until: number; readonly rules: Promise<RobotsRules | NetworkStopped> }>();

  const ask = async (origin: string, allowPrivate: boolean): Promise<RobotsRules | NetworkStopped> => {
    const answer = await fetch(`${origin}/robots.txt`, allowPrivate);
    if (answer.kind === 'failed') {
      known.delete(origin);
      return answer;
    }
    if (answer.kind === 'refused') {
      known.delete(origin);
      // Rules that are too long or in a strange packing forbid nothing.
      return answer.reason === 'private-address' || answer.reason === 'network-off' ? answer : allowsAll;
    }
    if (answer.status >= 500 || answer.status === 429) {
      // RFC 9309: a site that cannot say its rules is left alone for the time being.
      known.delete(origin);
      const message = `The site could not say its rules for robots (${answer.status}).`;
      const retryAfterMs = answer.retryAfterMs ?? faultMs;
      return { kind: 'failed', reason: 'resting', message, url: answer.url, isRetryable: true, retryAfterMs };
    }
    if (answer.status >= 300) return allowsAll;
    return readRobots(new TextDecoder().decode(answer.bytes), robotName);
  };

  return {
    rulesFor: (origin, allowPrivate) => {
      const at = known.get(origin);
      if (at !== undefined && at.until > now()) return at.rules;
      if (known.size >= mostSites) known.delete(known.keys().next().value ?? '');
      const rules = ask(origin, allowPrivate);
      known.set(origin, { until: now() + dayMs, rules });
      return rules;
    },
  };
}

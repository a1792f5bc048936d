/** What an answer of the network means for a link: that it is here, for good not, not yet, or that there is no network. */
import type { NetworkAnswer, NetworkAnswered } from '../network/network-port.ts';

/** Not now, but it may still come. */
export type Later =
  | {
      readonly kind: 'later';
      readonly message: string;
      /** At the earliest; null to be chosen. */
      readonly afterMs: number | null;
      /** False if the other side was not asked. */
      readonly isAttempt: boolean;
    }
  | { readonly kind: 'offline' }
  /** The network is switched off, or Lectern ends. */
  | { readonly kind: 'stopped' };

/** For good. */
export interface Never {
  readonly kind: 'failed' | 'refused';
  readonly message: string;
}

export type Outcome = { readonly kind: 'here'; readonly answer: NetworkAnswered } | Never | Later;

const meanings: Readonly<Record<number, string>> = {
  401: 'The page wants a password (401).',
  402: 'The page wants to be paid for (402).',
  403: 'The site does not let Lectern in (403).',
  404: 'There is no such page any more (404).',
  410: 'The page was taken away for good (410).',
  429: 'The site wants fewer requests (429).',
  451: 'The page is withheld for legal reasons (451).',
  503: 'The site is too busy (503).',
};

const laterStatuses = new Set([408, 425, 429, 500, 502, 503, 504, 507, 520, 521, 522, 523, 524]);

export function outcomeOf(answer: NetworkAnswer): Outcome {
  switch (answer.kind) {
    case 'refused':
      return answer.reason === 'network-off' ? { kind: 'stopped' } : { kind: 'refused', message: answer.message };
    case 'failed': {
      if (answer.reason === 'offline') return { kind: 'offline' };
      if (answer.reason === 'cancelled') return { kind: 'stopped' };
      if (!answer.isRetryable) return { kind: 'failed', message: answer.message };
      const isAttempt = answer.reason !== 'resting';
      return { kind: 'later', message: answer.message, afterMs: answer.retryAfterMs ?? null, isAttempt };
    }
    case 'answered': {
      const { status, bytes, retryAfterMs } = answer;
      if (status >= 200 && status < 300) {
        if (bytes.length > 0) return { kind: 'here', answer };
        return { kind: 'failed', message: 'The page is empty.' };
      }
      const message = meanings[status] ?? `The site answers with an error (${status}).`;
      if (laterStatuses.has(status)) return { kind: 'later', message, afterMs: retryAfterMs, isAttempt: true };
      return { kind: 'failed', message };
    }
  }
}

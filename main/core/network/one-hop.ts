/**
 * The one wrapper of undici: a single request to a single address, no redirect followed, nothing kept for the next one.
 * Throws what the connection throws; failures.ts knows what it means.
 */
import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import { guardedLookup, PrivateAddressError } from './guarded-lookup.ts';
import { isPrivateAddress } from './private-address.ts';
import { readBody } from './read-body.ts';

export interface Hop {
  readonly status: number;
  header(name: string): string | null;
  /** As it came, packed. Throws `BodyTooLarge`. */
  body(limit: number): Promise<Buffer>;
  /** Lets go of a body that nobody wants. */
  drop(): Promise<void>;
}

export interface HopRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}

export interface Hops {
  ask(request: HopRequest): Promise<Hop>;
  close(): Promise<void>;
}

/** Without a word for so long, a connection counts as dead, in milliseconds. */
const idleMs = 20_000;
const connectMs = 15_000;

export function createHops(lookup = guardedLookup()): Hops {
  const shared = { headersTimeout: idleMs, bodyTimeout: idleMs, keepAliveTimeout: 2000, maxHeaderSize: 32_768 };
  const guarded = new Agent({ ...shared, connect: { timeout: connectMs, lookup } });
  const open = new Agent({ ...shared, connect: { timeout: connectMs } });
  return {
    ask: async ({ url, headers, allowPrivate, signal }) => {
      // A host that is an address is never looked up.
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) throw new PrivateAddressError(host);
      const answer = await request(url, { dispatcher: allowPrivate ? open : guarded, headers, signal });
      return {
        status: answer.statusCode,
        header: (name) => {
          const value = answer.headers[name];
          return (Array.isArray(value) ? value.join(', ') : value) ?? null;
        },
        body: async (limit) => {
          try {
            return await readBody(answer.body, limit);
          } finally {
            answer.body.destroy();
          }
        },
        drop: async () => {
          // A short rest is read, so that the connection can be used again; a long one is not waited for.
          await answer.body.dump({ limit: 16_384, signal }).catch(() => undefined);
        },
      };
    },
    close: async () => {
      await Promise.all([guarded.destroy(), open.destroy()]);
    },
  };
}

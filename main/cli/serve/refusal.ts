/** Reasons to turn a request away before anybody looks at what it asks. Pure; every rule has a test. */
import type { Failure } from '../../contract/errors.ts';

export interface Refusal {
  readonly status: number;
  readonly failure: Failure;
}

export interface RequestHead {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Browsers say here whose page asks; other programs send nothing. */
  readonly fetchSite: string | undefined;
}

/**
 * Against other pages in the same browser: a foreign name that resolves to this machine (DNS rebinding), and requests
 * that a foreign page sends here. Null for a request that may go on.
 */
export function refusalOf(head: RequestHead, port: number): Refusal | null {
  if (head.host !== `127.0.0.1:${port}` && head.host !== `localhost:${port}`) {
    return refuse(403, `Lectern answers at http://127.0.0.1:${port} alone. Open the address that it printed.`);
  }
  const isForeign = head.origin !== undefined && head.origin !== `http://${head.host}`;
  const isFromElsewhere = head.method === 'POST' && head.fetchSite !== undefined && head.fetchSite !== 'same-origin';
  if (isForeign || isFromElsewhere) {
    return refuse(403, 'Another page asked for this. Lectern answers its own window alone.');
  }
  return null;
}

/** For whoever comes without the cookie, or with a token that is not ours. */
export const strangerRefusal = refuse(
  401,
  'Lectern does not know this browser yet. Open the whole address that `lectern serve` printed, with ?token=… at its ' +
    'end; every start prints a new one.',
);

export function refuse(status: number, message: string, code: Failure['code'] = 'forbidden'): Refusal {
  return { status, failure: { ok: false, code, message } };
}

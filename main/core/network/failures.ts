/** What an error of the connection means for whoever asked. */
import { networkInterfaces } from 'node:os';
import { PrivateAddressError } from './guarded-lookup.ts';
import type { FailedReason, NetworkStopped, RefusedReason } from './network-port.ts';
import { BadEncoding, BodyTooLarge } from './read-body.ts';

export function refused(url: string, reason: RefusedReason, message: string): NetworkStopped {
  return { kind: 'refused', reason, message, url };
}

export function failed(url: string, reason: FailedReason, message: string, isRetryable = true): NetworkStopped {
  return { kind: 'failed', reason, message, url, isRetryable };
}

/** Whether this machine has a network at all, beyond itself. */
export function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
}

/** Of the last error in a chain of causes, as far as it has one. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error ? [String(error.code)] : [];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [...own, ...inner.flatMap(codesOf)];
}

function isPrivate(error: unknown): boolean {
  return error instanceof PrivateAddressError || (error instanceof Error && isPrivate(error.cause));
}

const meanings: readonly (readonly [codes: RegExp, reason: FailedReason, message: string, isRetryable: boolean])[] = [
  [/^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/, 'offline', 'There is no network.', true],
  [/^ENOTFOUND$|^EAI_/, 'unreachable', 'There is no such host, or its name cannot be looked up.', true],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|EACCES)$/, 'unreachable', 'The host does not take the connection.', true],
  [/TIMEOUT|^ETIMEDOUT$/, 'too-slow', 'The host was too slow.', true],
  [
    /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/,
    'tls',
    'The connection is not safe: its certificate or its encryption is not in order.',
    false,
  ],
  [
    /^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_ABORTED)$/,
    'broken-off',
    'The connection broke off.',
    true,
  ],
  [
    /^UND_ERR_RES_EXCEEDED_MAX_SIZE|^HPE_|^UND_ERR_HEADERS_OVERFLOW/,
    'protocol',
    'What the host answers is no HTTP.',
    false,
  ],
];

/** Bugs are thrown again. */
export function answerFor(url: string, error: unknown, isConnected: () => boolean): NetworkStopped {
  if (isPrivate(error)) return privateAddress(url);
  if (error instanceof BodyTooLarge) return refused(url, 'too-large', 'It is larger than Lectern takes.');
  if (error instanceof BadEncoding) return refused(url, 'bad-encoding', error.message);
  const codes = codesOf(error);
  for (const [pattern, reason, message, isRetryable] of meanings) {
    if (!codes.some((code) => pattern.test(code))) continue;
    // Without a network some systems say that there is no such host.
    if (reason === 'unreachable' && !isConnected()) return failed(url, 'offline', 'There is no network.');
    return failed(url, reason, message, isRetryable);
  }
  if (codes.length === 0) throw error;
  return failed(url, 'protocol', `The connection failed (${codes[0] ?? ''}).`);
}

export function privateAddress(url: string): NetworkStopped {
  return refused(url, 'private-address', 'It leads to a private network, which Lectern enters only if asked to.');
}

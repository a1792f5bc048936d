/**
 * The one error type that crosses a border, as a value.
 *
 * A handler throws `AppError` when the caller can act on it; the dispatcher turns it into a reply, the client turns the
 * reply into an `AppError` again. Anything else is a bug: it is logged where it happened and arrives as `internal`.
 */
import { z } from 'zod';

const errorCodes = [
  'invalid-input',
  'unknown-method',
  'not-found',
  'collection-missing',
  'collection-damaged',
  'store-unavailable',
  'store-locked',
  'store-damaged',
  'disk-full',
  'core-stopped',
  'forbidden',
  'unreachable',
  'internal',
] as const;

const errorCode = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCode>;

const failure = z.object({
  ok: z.literal(false),
  code: errorCode,
  /** One or two sentences for a person: what happened and what to do. Never a stack or a path of the source. */
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Failure = z.infer<typeof failure>;

export type Reply<Value = unknown> = { ok: true; value: Value } | Failure;

export const reply = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), failure]);

/** An expected failure, with a code that callers switch on and a message that a person can act on. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, details?: Record<string, unknown>, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** The reply that stands for `error` on the other side of a border. */
export function toFailure(error: AppError): Failure {
  const { code, message, details } = error;
  return details === undefined ? { ok: false, code, message } : { ok: false, code, message, details };
}

/**
 * The one way out. Whatever Lectern asks of the network (a link that is saved, its pictures, a feed) goes through this
 * port and nowhere else; the implementation beside it is the one file that opens sockets.
 *
 * What may happen out there is no exception: every answer is a value. A request carries no cookies and no credentials,
 * and reaches no address of a private network unless it says so.
 */

/** What a caller can make use of; also what is asked for in `Accept`. By the bytes, where the two differ in doubt. */
export type AcceptKind = 'page' | 'picture' | 'feed';

export interface NetworkLimits {
  /** Of the body, before and after it is unpacked. */
  readonly bytes: number;
  /** From the first attempt to connect to the last byte, redirects included. */
  readonly milliseconds: number;
  readonly redirects: number;
}

/** What is usual for each kind; a caller may give others. */
export const usualLimits: Readonly<Record<AcceptKind, NetworkLimits>> = {
  page: { bytes: 32 * 1024 * 1024, milliseconds: 60_000, redirects: 10 },
  picture: { bytes: 16 * 1024 * 1024, milliseconds: 60_000, redirects: 5 },
  feed: { bytes: 16 * 1024 * 1024, milliseconds: 45_000, redirects: 5 },
};

export interface NetworkRequest {
  readonly url: string;
  readonly accept: AcceptKind;
  readonly limits: NetworkLimits;
  /** What an earlier answer said of itself, so that an unchanged one is answered 304. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** The page that a picture stands in; only its origin is sent. */
  readonly referrer?: string | null;
  /** Whether addresses of private networks may be reached: because the reader asked for this one. */
  readonly allowPrivate?: boolean;
  /** Whether the site's rules for robots are asked first: for whatever is fetched by the hundred. */
  readonly asRobot?: boolean;
  readonly signal?: AbortSignal;
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

export type NetworkAnswer = NetworkAnswered | NetworkStopped;

/** No answer of the other side. `url` is where it ended. */
export type NetworkStopped =
  /** We would not. Asking again answers the same. */
  | { readonly kind: 'refused'; readonly reason: RefusedReason; readonly message: string; readonly url: string }
  /** It could not be had. */
  | {
      readonly kind: 'failed';
      readonly reason: FailedReason;
      readonly message: string;
      readonly url: string;
      /** Whether it makes sense to ask again later. */
      readonly isRetryable: boolean;
      /** For `resting`: how long the host wants to be left alone still. */
      readonly retryAfterMs?: number;
    };

export interface NetworkAnswered {
  readonly kind: 'answered';
  readonly status: number;
  /** Where the answer came from, after all redirects. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  readonly headers: {
    readonly etag: string | null;
    readonly lastModified: string | null;
    readonly cacheControl: string | null;
    readonly contentType: string | null;
  };
  /** `Retry-After` in milliseconds from the answer, whichever way it was written; null for none. */
  readonly retryAfterMs: number | null;
  /** Lower case, without parameters; empty if none is said. */
  readonly mediaType: string;
  /** Of `Content-Type`. */
  readonly charset: string | null;
  /** Unpacked. Empty for 304, and for what is neither a success nor wanted (404, 429, 503 …). */
  readonly bytes: Uint8Array;
}

export type RefusedReason =
  | 'network-off'
  | 'not-an-address'
  | 'scheme'
  | 'private-address'
  | 'too-large'
  | 'wrong-type'
  | 'too-many-redirects'
  | 'redirect-loop'
  | 'bad-encoding'
  | 'robots';

export type FailedReason =
  /** No network at all: names cannot be resolved, or there is no route. */
  | 'offline'
  /** This host cannot be found or does not take the connection. */
  | 'unreachable'
  | 'broken-off'
  | 'too-slow'
  | 'tls'
  | 'cancelled'
  /** The host has asked to be left alone for a while (`Retry-After`), so it was not asked at all. */
  | 'resting'
  /** Whatever else the other side did that is no HTTP. */
  | 'protocol';

export interface Network {
  /** Never rejects for what happens on the network. Waits its turn: hosts are asked one after another, not all at once. */
  fetch(request: NetworkRequest): Promise<NetworkAnswer>;
  /** False while the setting or the composition root keeps the network off; then nothing is opened at all. */
  isOn(): boolean;
  /** Ends what is under way and closes every connection. */
  close(): Promise<void>;
}

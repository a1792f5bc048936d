/**
 * Who may talk to the server: whoever has the launch token, which was printed to the terminal alone, and after that the
 * browser to which it was shown. The two secrets differ, so that the address in a history opens nothing by its cookie.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** Part of the address that is printed. */
  readonly token: string;
  isToken(candidate: string): boolean;
  /** The Set-Cookie header for a browser that had the token. The name carries the port: cookies do not know ports. */
  cookieFor(port: number): string;
  /** Whether a Cookie header holds our cookie. */
  isKnown(cookieHeader: string | undefined, port: number): boolean;
}

export function createSession(): Session {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  return {
    token,
    isToken: (candidate) => isSame(candidate, token),
    cookieFor: (port) => `${cookieName(port)}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    isKnown: (header, port) => {
      const prefix = `${cookieName(port)}=`;
      const ours = (header ?? '').split(';').map((part) => part.trim());
      return ours.some((part) => part.startsWith(prefix) && isSame(part.slice(prefix.length), secret));
    },
  };
}

function cookieName(port: number): string {
  return `lectern-${port}`;
}

/** In a time that does not tell how much of it was right. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

import { describe, expect, it } from 'vitest';
import { createSession } from './session.ts';

describe('a session', () => {
  it('knows its token and its cookie, and nothing near them', () => {
    const session = createSession();
    const pair = session.cookieFor(4000).split(';')[0] ?? '';
    expect(session.isToken(session.token)).toBe(true);
    expect(session.isKnown(`theme=dusk; ${pair}; other=1`, 4000)).toBe(true);

    const secret = pair.slice(pair.indexOf('=') + 1);
    for (const token of ['', session.token.slice(1), `${session.token}x`, session.token.toLowerCase(), secret]) {
      expect(session.isToken(token)).toBe(false);
    }
    const wrong = [
      undefined,
      '',
      pair.slice(0, -1),
      `x${pair}`,
      `lectern-4000=${session.token}`,
      `lectern-4001=${secret}`,
    ];
    for (const header of wrong) expect(session.isKnown(header, 4000)).toBe(false);
  });

  it('gives a cookie that scripts cannot read and that no other site can send, named by its port', () => {
    expect(createSession().cookieFor(4000)).toMatch(/^lectern-4000=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('has secrets of its own', () => {
    expect(createSession().token).not.toBe(createSession().token);
  });
});

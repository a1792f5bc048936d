import { describe, expect, it } from 'vitest';
import { readRobots } from './robots.ts';

const allowed = (text: string, path: string) => readRobots(text, 'Lectern').allows(path);

describe('rules for robots', () => {
  it('follows the longest rule, and of two as long the one that allows', () => {
    const text = 'User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /same\nDisallow: /same';
    expect(['/a', '/a/b', '/a/b/c', '/same', '/', '/robots.txt'].map((path) => allowed(text, path))).toEqual([
      false,
      true,
      false,
      true,
      true,
      true,
    ]);
  });

  it('reads stars, ends and percent signs', () => {
    const text =
      'User-agent: *\nDisallow: /*.pdf$\nDisallow: /x*y*z\nDisallow: /%7Euser\nDisallow: /caf%c3%a9\nDisallow: /end$';
    const paths = ['/a.pdf', '/a.pdf?b', '/x1y2z3', '/xzy', '/%7euser/1', '/café', '/end', '/ending'];
    expect(paths.map((path) => allowed(text, path))).toEqual([false, true, false, true, false, false, false, true]);
  });

  it('takes the group that names us, several names above one group, and groups in parts', () => {
    const text = [
      'User-agent: other\nUser-agent: LECTERN # us\nDisallow: /ours',
      'User-agent: *\nDisallow: /',
      'User-agent: lectern\nDisallow: /too',
    ].join('\n\n');
    expect(['/ours', '/too', '/else'].map((path) => allowed(text, path))).toEqual([false, false, true]);
  });

  it('forbids nothing by an empty rule, an empty file or a page of HTML', () => {
    for (const text of ['', 'User-agent: *\nDisallow:', '<!doctype html><p>Not found', '\u0000\u0001'])
      expect(allowed(text, '/any')).toBe(true);
  });

  it('stays quick against rules that are made to be slow', () => {
    const text = `User-agent: *\nDisallow: /${'*a'.repeat(5000)}b`;
    const begun = performance.now();
    expect(allowed(text, `/${'a'.repeat(20_000)}`)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteOf, urlKey } from './url-key.ts';

describe('the key of an address', () => {
  it.each([
    ['https://Example.ORG/a', 'http://www.example.org:80/a/'],
    ['https://example.org/a?utm_source=x&utm_medium=y', 'https://example.org/a'],
    ['https://example.org/a?fbclid=1&id=7&gclid=2', 'https://example.org/a?id=7'],
    ['https://example.org/a?mc_cid=1&mc_eid=2&igshid=3&ref_src=twsrc', 'https://example.org/a'],
    ['https://example.org/a?UTM_Source=x', 'https://example.org/a'],
    ['https://example.org/a#part-2', 'https://example.org/a'],
    ['https://example.org/%7Ejo/caf%c3%a9', 'https://example.org/~jo/caf%C3%A9'],
    ['https://example.org/', 'https://example.org'],
    ['https://example.org/index.html', 'https://example.org/'],
    ['https://example.org:443/a', 'https://example.org/a'],
    ['https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
    ['  https://example.org/a  ', 'https://example.org/a'],
  ])('is one for %s and %s', (a, b) => {
    expect(urlKey(a)).toBe(urlKey(b));
    expect(urlKey(a)).not.toBeNull();
  });

  it.each([
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/watch?v=abc', 'https://example.org/watch'],
    ['https://example.org/a?ref=main', 'https://example.org/a'],
    ['https://example.org/a?page=2', 'https://example.org/a'],
    ['https://example.org/?p=12', 'https://example.org/?p=13'],
    ['https://example.org/#!/a', 'https://example.org/#!/b'],
    ['https://example.org/#/a', 'https://example.org/#/b'],
    ['https://example.org/A', 'https://example.org/a'],
    ['https://example.org:8080/a', 'https://example.org/a'],
    ['https://m.example.org/a', 'https://example.org/a'],
    ['https://example.org/a%2Fb', 'https://example.org/a/b'],
  ])('is another for %s than for %s', (a, b) => {
    expect(urlKey(a)).not.toBe(urlKey(b));
  });

  it('is none for what is no web address', () => {
    expect(['', 'a', 'ftp://a/b', 'javascript:alert(1)', 'mailto:a@b', 'https://'].map(urlKey)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });

  it('keeps every parameter that is not known to track, in its order, and is the key of itself', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((text) => urlKey(`http://a/?${text}=1`) !== 'a');
    const parameter = fc.tuple(name, fc.stringMatching(/^[\w.~-]{0,6}$/)).map(([key, value]) => `${key}=${value}`);
    const tracking = fc.constantFrom('utm_source=a', 'fbclid=x', 'gclid=1', 'mc_cid=9', 'ref_src=t', 'igshid=q');
    const mixed = fc.array(
      fc.oneof(
        parameter.map((text) => ({ text, kept: true })),
        tracking.map((text) => ({ text, kept: false })),
      ),
    );
    fc.assert(
      fc.property(fc.webUrl(), mixed, (address, parameters) => {
        const base = address.split(/[?#]/)[0] ?? '';
        const all = parameters.map(({ text }) => text).join('&');
        const kept = parameters
          .filter((one) => one.kept)
          .map(({ text }) => text)
          .join('&');
        const key = urlKey(`${base}?${all}`);
        expect(key).toBe(urlKey(kept === '' ? base : `${base}?${kept}`));
        expect(key?.split('?').slice(1).join('?') ?? '').toBe(kept);
        expect(urlKey(`https://${key ?? ''}`)).toBe(key);
      }),
    );
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `https://a.b/${text}?%${text}`),
        ),
        (text) => {
          const key = urlKey(text);
          if (key !== null) expect(urlKey(`https://${key}`)).toBe(key);
        },
      ),
    );
  });

  it('names the site as readers know it', () => {
    expect([
      siteOf('https://www.example.org/a'),
      siteOf('http://news.example.org:81'),
      siteOf(null),
      siteOf('x'),
    ]).toEqual(['example.org', 'news.example.org', '', '']);
  });
});

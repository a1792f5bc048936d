import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { articlesOf, prepared, recordsOf } from '../../test-helpers/imported.ts';
import { smallPng } from '../../test-helpers/small-png.ts';

const prose = 'Whoever sat at the loom could see the harbour and the boats that came in with the evening. '.repeat(8);
const page = (body: string, head = '<title/>'): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>${head}</head><body>${body}</body></html>`;

const container =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

interface Item {
  readonly id: string;
  readonly href: string;
  readonly type?: string;
  readonly properties?: string;
}

function packageOf(items: readonly Item[], spine: readonly string[], extra = ''): string {
  const manifest = items.map(
    ({ id, href, type = 'application/xhtml+xml', properties = '' }) =>
      `<item id="${id}" href="${href}" media-type="${type}" properties="${properties}"/>`,
  );
  return `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Loom &amp; the Sea</dc:title><dc:creator>Ada Weaver</dc:creator><dc:creator>Bo Sailor</dc:creator><dc:language>en-GB</dc:language><dc:date>2019-05-04</dc:date><dc:publisher>Harbour Press</dc:publisher><dc:subject>weaving</dc:subject></metadata><manifest>${manifest.join('')}</manifest><spine toc="ncx">${spine.map((id) => `<itemref idref="${id}"/>`).join('')}</spine>${extra}</package>`;
}

function book(files: Record<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
  };
  for (const [name, content] of Object.entries(files))
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(entries);
}

const nav = page(
  '<nav epub:type="toc"><ol><li><a href="text/one%20more.xhtml">One: <em>Looms</em></a></li><li><a href="text/two.xhtml#s1">Two</a></li></ol></nav>',
);
const sound = {
  'OEBPS/book.opf': packageOf(
    [
      { id: 'nav', href: 'nav.xhtml', properties: 'nav' },
      { id: 'cover', href: 'text/cover.xhtml' },
      { id: 'one', href: 'text/one%20more.xhtml' },
      { id: 'two', href: 'text/two.xhtml' },
      { id: 'three', href: 'text/two-b.xhtml' },
      { id: 'dot', href: 'images/dot.png', type: 'image/png' },
    ],
    ['cover', 'nav', 'one', 'two', 'three', 'lost', 'dot'],
  ),
  'OEBPS/nav.xhtml': nav,
  'OEBPS/text/cover.xhtml': page(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 400"><image xlink:href="../images/dot.png"/></svg>',
  ),
  'OEBPS/text/one more.xhtml': page(
    `<h1><a id="top"/>One: <em>Looms</em></h1><p>${prose}<a epub:type="noteref" href="#fn1"><sup>1</sup></a></p><p/><div><img src="../images/dot.png" alt="A dot"/></div><svg viewBox="0 0 9 9"><image xlink:href="../images/dot.png"/></svg><p>${prose}</p><aside epub:type="footnote" id="fn1"><p>A note on looms.</p></aside>`,
  ),
  'OEBPS/text/two.xhtml': page(`<h2 id="s1">Two</h2><p>The second chapter. ${prose}</p>`),
  'OEBPS/text/two-b.xhtml': page(`<p>It goes on. ${prose}</p>`),
  'OEBPS/images/dot.png': smallPng,
};

describe('an EPUB', () => {
  it('is a shelf, each chapter an article, and each place of the spine a row', async () => {
    const records = await recordsOf('loom.epub', book(sound));
    expect(Object.fromEntries(records.map(({ kind, row }) => [row, kind]))).toEqual({
      1: 'no-content',
      2: 'no-content',
      3: 'article',
      4: 'article',
      5: 'no-content',
      6: 'failed',
      7: 'no-content',
    });
    expect(records.map(({ row }) => row).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const [one, two] = articlesOf(records);
    expect(one).toMatchObject({
      title: 'One: Looms',
      author: 'Ada Weaver, Bo Sailor',
      site: 'Harbour Press',
      language: 'en-GB',
      published: '2019-05-04',
      shelves: [['The Loom & the Sea']],
      tags: ['weaving'],
    });
    const made = prepared(one);
    expect(made).toMatchObject({ imagesWanted: 2, imagesKept: 2, language: 'en-GB' });
    expect(made.html).toMatch(/<figure class="figure"><img src="\/assets\/[0-9a-f]{32}\.png" alt="A dot"/);
    expect(made.html).toContain(
      '<aside class="sidenote" id="n1" role="note"><span class="sidenote__n" data-skip="">1</span> A note on looms.</aside>',
    );
    expect(made.html).not.toContain('<h2');
    expect(prepared(two).html).toMatch(/The second chapter\.[^]*It goes on\./);
  });

  it('takes titles from the contents of EPUB 2, and the order of the manifest if the spine is broken', async () => {
    const files = {
      'OEBPS/book.opf': packageOf(
        [
          { id: 'a', href: 'a.html' },
          { id: 'b', href: 'b.html' },
          { id: 'ncx', href: 'toc.ncx', type: 'application/x-dtbncx+xml' },
        ],
        ['x', 'y'],
      ),
      'OEBPS/toc.ncx':
        '<ncx><navMap><navPoint><navLabel><text>Alpha</text></navLabel><content src="a.html"/><navPoint><navLabel><text>Alpha, more</text></navLabel><content src="a.html#x"/></navPoint></navPoint><navPoint><navLabel><text>Beta</text></navLabel><content src="b.html"/></navPoint></navMap></ncx>',
      'OEBPS/a.html': page(`<p>${prose}</p>`),
      'OEBPS/b.html': page(`<p>${prose}</p>`),
    };
    expect(articlesOf(await recordsOf('old.epub', book(files))).map(({ title }) => title)).toEqual(['Alpha', 'Beta']);
  });

  it('is refused with the name of its lock', async () => {
    const encryption =
      '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>';
    const fonts =
      '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>';
    const reasonOf = async (extra: Record<string, string>): Promise<string> => {
      const [record] = await recordsOf('a.epub', book({ ...sound, ...extra }));
      return record?.kind === 'failed' ? record.reason : '';
    };
    expect(
      await reasonOf({
        'META-INF/encryption.xml': encryption,
        'META-INF/rights.xml': '<rights xmlns="http://ns.adobe.com/adept"/>',
      }),
    ).toContain('Adobe ADEPT');
    expect(await reasonOf({ 'META-INF/encryption.xml': encryption, 'META-INF/sinf.xml': '<sinf/>' })).toContain(
      'Apple FairPlay',
    );
    expect(await reasonOf({ 'META-INF/license.lcpl': '{}' })).toContain('Readium LCP');
    expect(await reasonOf({ 'META-INF/encryption.xml': fonts })).toBe('');
  });

  it('names what is wrong with a book that cannot be read', async () => {
    const failed = async (bytes: Uint8Array): Promise<unknown> => recordsOf('bad.epub', bytes);
    expect(await failed(book({}))).toMatchObject([
      { kind: 'failed', reason: expect.stringContaining('package document') as string },
    ]);
    const whole = book(sound);
    expect(await failed(whole.subarray(0, 900))).toMatchObject([
      { kind: 'failed', reason: expect.stringContaining('cut short') as string },
    ]);
  });

  it('is not blown up by entities that refer to one another, nor by a part that unpacks without end', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>&c; ${prose}</p></body></html>`;
    const files = { ...sound, 'OEBPS/text/two.xhtml': laughs, 'OEBPS/images/dot.png': new Uint8Array(80_000_000) };
    const [one, two] = articlesOf(await recordsOf('bomb.epub', book(files)));
    expect(prepared(one)).toMatchObject({ imagesWanted: 2, imagesKept: 0 });
    expect(prepared(two).html.length).toBeLessThan(5000);
  });

  it('answers for any bytes, damaged anywhere', async () => {
    const whole = book(sound);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }), async (at, damage) => {
        const bytes = Uint8Array.from(whole);
        bytes.set(damage.subarray(0, whole.length - at), at);
        const records = await recordsOf('damaged.epub', bytes);
        expect(records.length).toBeGreaterThan(0);
        for (const article of articlesOf(records)) if (article.content !== null) prepared(article);
      }),
      { numRuns: 100 },
    );
  });
});

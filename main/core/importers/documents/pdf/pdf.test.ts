import { describe, expect, it } from 'vitest';
import { makePdf, type PlacedText } from '../../test-helpers/make-pdf.ts';
import { articlesOf, prepared, recordsOf } from '../../test-helpers/imported.ts';

const words =
  'the loom stood by the window and whoever sat at it could see the harbour and the boats that came in with the evening'.split(
    ' ',
  );

/** Lines of about `letters` each, from the top down. */
function column(x: number, top: number, count: number, letters: number, first = ''): PlacedText[] {
  let at = 0;
  return Array.from({ length: count }, (_, index) => {
    let text = index === 0 ? first : '';
    while (text.length < letters) text += `${text === '' ? '' : ' '}${words[at++ % words.length] ?? ''}`;
    return { x, y: top - index * 12, text: index === count - 1 ? `${text}.` : text };
  });
}

describe('the text of a PDF', () => {
  it('is paragraphs: lines joined, parted words one again, heads and page numbers left out', async () => {
    const page = (number: number): PlacedText[] => [
      { x: 200, y: 770, size: 8, text: `The Weaver's Journal, volume ${number}` },
      ...(number === 1
        ? [
            { x: 60, y: 720, size: 22, text: 'On looms & harbours' },
            { x: 60, y: 690, size: 13, text: 'A beginning' },
          ]
        : []),
      { x: 60, y: 660, text: 'Whoever weaves has read in the har-' },
      { x: 60, y: 648, text: 'bour what the evening brings, and the well-known' },
      { x: 60, y: 636, text: 'boats come in one after the other before it is' },
      { x: 60, y: 624, text: 'dark.' },
      { x: 60, y: 600, text: 'A second paragraph stands apart from the first one,' },
      { x: 60, y: 588, text: 'and it does not end on this page but goes on where' },
      { x: 298, y: 30, text: `${number}` },
    ];
    const pdf = makePdf([page(1), page(2), page(3), page(4)], {
      info: '/Title (Untitled) /Author (Ada Weaver) /CreationDate (D:20240131120000Z)',
    });
    const [article] = articlesOf(await recordsOf('scan of loom.bin', pdf));
    expect(article).toMatchObject({ title: 'On looms & harbours', author: 'Ada Weaver', published: '2024-01-31' });
    const { html, tree } = prepared(article);
    expect(html).toContain(
      '<p>Whoever weaves has read in the harbour what the evening brings, and the well-known boats come in one after the other before it is dark.</p>',
    );
    expect(html).toContain('<h2 id="h-a-beginning">A beginning</h2>');
    expect(html).not.toMatch(/Journal|<p>\d<\/p>/);
    expect(html).toContain('goes on where Whoever weaves');
    expect(tree.children).toHaveLength(6);
  });

  it('reads columns one after the other, and the title across them first', async () => {
    const pdf = makePdf([
      [
        { x: 60, y: 740, size: 20, text: 'A title across both of the columns' },
        ...column(60, 700, 30, 44, 'LEFT'),
        ...column(320, 700, 30, 44, 'RIGHT'),
      ],
    ]);
    const { html, tree } = prepared(articlesOf(await recordsOf('two.pdf', pdf))[0]);
    expect(html.indexOf('LEFT')).toBeGreaterThan(-1);
    expect(html.indexOf('LEFT')).toBeLessThan(html.indexOf('RIGHT'));
    expect(tree.children).toHaveLength(2);
  });

  it('says so of pages that are pictures, of a lock, and of damage', async () => {
    expect(await recordsOf('scan.pdf', makePdf([[], []]))).toEqual([
      { kind: 'no-content', input: 'scan.pdf', row: 1, reason: expect.stringContaining('a scan') as string },
    ]);
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -60 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`;
    expect(await recordsOf('locked.pdf', makePdf([column(60, 700, 9, 40)], { encrypt: lock }))).toMatchObject([
      { kind: 'failed', reason: expect.stringContaining('password') as string },
    ]);
    expect(await recordsOf('damaged.pdf', '%PDF-1.7\nnothing of the kind')).toMatchObject([
      { kind: 'failed', reason: expect.stringContaining('damaged') as string },
    ]);
  });
});

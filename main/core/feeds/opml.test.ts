import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOpml, writeOpml, type Subscription } from './opml.ts';

const line = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replace(/[\s\p{Cc}\p{Cn}\p{Cs}\uFFFE\uFFFF]+/gu, ' ').trim());
const subscription: fc.Arbitrary<Subscription> = fc.record({
  url: fc.webUrl({ withQueryParameters: true }),
  title: line,
  site: fc.option(fc.webUrl({ withQueryParameters: true }), { nil: null }),
  folder: line,
});

describe('subscriptions as OPML', () => {
  it('are read as they were written, in their folders', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(subscription, { maxLength: 30 }), async (given) => {
        const sorted = [...Map.groupBy(given, ({ folder }) => folder).values()].flat();
        expect(await readOpml(writeOpml(sorted, new Date(0)))).toEqual(sorted);
      }),
    );
  });

  it('of others have folders within folders, and names in either attribute', async () => {
    const other = `<opml version="1.1"><body><outline text="A"><outline title="B">
      <outline xmlUrl="https://a.example/feed" title="Feed &amp; co" /></outline></outline>
      <outline text="Plain" xmlurl="https://b.example/"/></body></opml>`;
    expect(await readOpml(other)).toMatchObject([
      { url: 'https://a.example/feed', title: 'Feed & co', folder: 'A / B' },
      { url: 'https://b.example/', title: 'Plain', folder: '' },
    ]);
  });
});

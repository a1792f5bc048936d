import { describe, expect, it } from 'vitest';
import { relateStories } from './relate.ts';
import type { RelatedSource } from './related-source.ts';
import { countTerms } from './term-vectors.ts';

type Story = RelatedSource & { readonly blocks: readonly string[] };

function story(id: string, about: string, more: Partial<Omit<RelatedSource, 'terms'>> = {}): Story {
  // Said three times, it is what the story is about.
  const blocks = [about, about, about];
  const tags = more.tags ?? [];
  const terms = countTerms({ language: 'en', title: id, standfirst: '', tags, headings: [], blocks });
  return { id, tags, terms, section: 'Here', chosen: [], mentioned: [], blocks, ...more };
}

const paper = [
  story('cheese', 'The antidote closed the shells that the Lion worm had opened on Linux machines'),
  story('code-blue', 'The antidote went looking for servers that another worm had found', {
    chosen: ['nimda'],
    mentioned: ['cheese'],
  }),
  story('leap', 'A leap second stopped the clocks of an airline'),
  story('nimda', 'Five doors stood open, and electronic letters came through them'),
  story('railway', 'Railway clocks and station clocks disagreed about noon until the telegraph', { section: 'There' }),
  story('welchia', 'The antidote drowned networks while looking for a worm called Blaster'),
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
    story(`other-${name}`, `Something ${name}${name}${name} unlike`, { section: 'Elsewhere' }),
  ),
];

describe('related stories', () => {
  it('puts the thread first, then the choice of the editor, then what is alike, each with its reasons', () => {
    const related = relateStories(paper, [{ stories: ['cheese', 'code-blue', 'leap'] }]).get('code-blue') ?? [];
    expect(related.slice(0, 4).map(({ id, reasons }) => [id, reasons])).toEqual([
      ['leap', ['Later in this story', 'Also in Here']],
      ['cheese', ['Earlier in this story', 'Mentioned in this story', 'Also about antidote, worm']],
      ['nimda', ['Chosen by the editor', 'Also in Here']],
      ['welchia', ['Also about antidote, worm']],
    ]);
    expect(related.find(({ id }) => id === 'nimda')?.score).toBe(1);
  });

  it('says only what is true of both, in words that stand in both', () => {
    for (const [id, related] of relateStories(paper, [])) {
      const own = paper.find((one) => one.id === id);
      for (const { id: otherId, reasons } of related) {
        const other = paper.find((one) => one.id === otherId);
        for (const reason of reasons) {
          const words = /^Also about (.*)$/.exec(reason)?.[1]?.split(', ') ?? [];
          for (const word of words) {
            const stem = word.toLowerCase().replace(/s$/, '');
            expect([own, other].every((one) => one?.blocks.join(' ').toLowerCase().includes(stem))).toBe(true);
          }
          if (reason.startsWith('Also in ')) expect(other?.section).toBe(own?.section);
        }
        expect(reasons.length).toBeGreaterThan(0);
      }
    }
  });

  it('never relates a story to itself, not even when the editor slips', () => {
    const slipped = paper.map((one) => ({ ...one, chosen: [one.id] }));
    for (const [id, related] of relateStories(slipped, [])) expect(related.map((other) => other.id)).not.toContain(id);
  });

  it('prefers variety to the same story told again', () => {
    const twin = 'A worm called Slammer filled the networks with small packets in ten minutes';
    const sources = [
      story('slammer', `${twin}; the cables were full, and banks stood still`),
      story('slammer-again', twin),
      story('slammer-once-more', twin),
      story('banks', 'The banks stood still, and cables were mended'),
      ...['x', 'y', 'z', 'v', 'w'].map((name) => story(name, `${name}${name}${name} alone`, { section: name })),
    ];
    const ids = (relateStories(sources, []).get('slammer') ?? []).map(({ id }) => id);
    expect(ids.indexOf('banks')).toBeLessThan(ids.indexOf('slammer-once-more'));
  });

  it('prints a tag as the stories spell it, and not one that every other story has', () => {
    const sources = [
      story('one', 'The DNS went away', { tags: ['people', 'dns'] }),
      story('two', 'DNS came back', { tags: ['people', 'dns'] }),
      ...['k', 'l', 'm', 'n', 'o', 'p', 'q', 'r'].map((name) =>
        story(name, `${name}${name}${name}`, { tags: ['people'], section: name }),
      ),
    ];
    expect(relateStories(sources, []).get('one')?.[0]).toMatchObject({
      id: 'two',
      reasons: ['Also about DNS'],
    });
  });

  it('gives no reason in words that tell nothing by themselves', () => {
    const sources = [
      story('one', 'In 1984 someone became the owner of a key, and everyone bought a telescope'),
      story('two', 'Somebody or someone, in 1984, became ill; everyone bought a key and looked through a telescope'),
      ...['k', 'l', 'm', 'n', 'o', 'p', 'q', 'r'].map((name) =>
        story(name, `${name}${name}${name}`, { section: name }),
      ),
    ];
    expect(relateStories(sources, []).get('one')?.[0]).toMatchObject({ id: 'two', reasons: ['Also about telescope'] });
  });

  it('gives the same answer for the same stories', () => {
    expect([...relateStories(paper, [])]).toEqual([...relateStories(structuredClone(paper), [])]);
  });
});

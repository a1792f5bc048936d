import { describe, expect, it } from 'vitest';
import { ownNote } from './own-note.ts';

const resources = () => null;

describe('a note that Lectern wrote', () => {
  it('keeps what was added in Obsidian: a tag, a title, words', () => {
    const fields = {
      ...{ title: 'Edited', lectern: 'a1', tags: ['black-tea', 'added'], 'lectern-tags': ['black tea'] },
      ...{
        shelves: [String.raw`Kitchen/Hot\/Cold`],
        highlights: [{ quote: 'q', created: '2026-11-27T08:00:00.000Z' }],
      },
    };
    const body = 'Words.\n\nMore words.\n\n<!-- lectern: end of the text -->\n\n## Notes\n\n> q\n';
    expect(ownNote(fields, body, resources)).toMatchObject({
      ...{ externalId: 'a1', title: 'Edited', tags: ['black tea', 'added'], shelves: [['Kitchen', 'Hot/Cold']] },
      highlights: [{ quote: 'q', createdAt: '2026-11-27T08:00:00.000Z' }],
      content: { kind: 'markdown', markdown: 'Words.\n\nMore words.\n\n' },
    });
  });

  it('is told from any other', () => {
    expect(ownNote({ title: 'Mine' }, 'Words.', resources)).toBeNull();
  });
});

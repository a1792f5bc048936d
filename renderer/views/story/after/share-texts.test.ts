import { describe, expect, it } from 'vitest';
import { mailLink } from './share-texts.ts';

const story = {
  title: 'Who & what: 100 % of it?',
  standfirst: 'A worm came to close the door.',
  author: { id: 'worms-desk', name: 'The Worms Desk' },
};

function read(link: string) {
  const url = new URL(link);
  return { subject: url.searchParams.get('subject'), body: url.searchParams.get('body') };
}

describe('mailLink', () => {
  it('begins a letter that says what the story is and where to find it again', () => {
    const link = mailLink(story, 'The Patch', 'lectern:story/code-blue');
    expect(read(link)).toEqual({
      subject: 'Who & what: 100 % of it?',
      body: 'Who & what: 100 % of it?\r\nThe Worms Desk, The Patch\r\n\r\nA worm came to close the door.\r\n\r\nlectern:story/code-blue',
    });
    expect(link).not.toContain('+');
  });

  it('leaves the summary out of a letter that would be too long for an address', () => {
    const link = mailLink({ ...story, standfirst: 'Ü'.repeat(900) }, 'The Patch', 'lectern:story/code-blue');
    expect(link.length).toBeLessThan(1900);
    expect(read(link).body).not.toContain('Ü');
  });

  it('names only the publication for a story without an author', () => {
    expect(read(mailLink({ ...story, author: null }, 'The Patch', 'x')).body).toContain('\r\nThe Patch\r\n');
  });
});

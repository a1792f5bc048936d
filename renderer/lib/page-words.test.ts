import { expect, it } from 'vitest';
import { pageSentence, pageWords } from './page-words.ts';

it('says which text is shown, and why it is that one', () => {
  const online = { isOnline: true, isLink: false };
  const failed = { shows: 'feed', state: 'failed', message: 'It is not there any more (404).' } as const;
  expect([pageWords(failed, false), pageWords(failed, true), pageSentence(failed, online)]).toEqual([
    'text of the feed, no full page',
    'no full page',
    'This is the text that the feed gave. The full page did not take its place. It is not there any more (404).',
  ]);
  const queued = { shows: 'feed', state: 'queued', message: '' } as const;
  expect(pageSentence(queued, { isOnline: false, isLink: true })).toBe('The full page comes when there is a network.');
  expect(pageSentence({ ...queued, state: null }, { ...online, isLink: true })).toBe('');
  const kept = { shows: 'page', state: 'kept', message: '' } as const;
  expect([pageWords(kept, false), pageSentence(kept, online)]).toEqual([
    'full page',
    'This is the text of the full page.',
  ]);
});

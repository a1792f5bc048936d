import { expect, it } from 'vitest';
import { parseEvent } from './events.ts';

it('takes an event of ours and nothing else', () => {
  const event = { event: 'marks.changed', payload: { revision: 3, articleId: 'code-blue' } };
  expect(parseEvent(event)).toEqual(event);
  for (const other of [
    null,
    'marks.changed',
    { event: 'toString', payload: {} },
    { ...event, payload: { revision: 0 } },
  ]) {
    expect(parseEvent(other)).toBeNull();
  }
});

import { expect, it } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

it('reads Retry-After as seconds and as a date, and leaves what is neither', () => {
  const now = Date.parse('2026-11-27T08:00:00Z');
  const headers = ['120', 'Fri, 27 Nov 2026 08:01:00 GMT', 'Thu, 26 Nov 2026 08:01:00 GMT', 'soon', '-5', '', null];
  expect(headers.map((header) => readRetryAfter(header, now))).toEqual([120_000, 60_000, 0, null, null, null, null]);
});

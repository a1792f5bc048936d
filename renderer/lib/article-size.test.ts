import { expect, it } from 'vitest';
import { sizeParts } from './article-size.ts';

it('says of what an article is made on the disk, and leaves out what it has none of', () => {
  const none = { text: 0, versions: 0, pictures: 0, original: 0, total: 0 };
  expect(sizeParts(none)).toBe('text 0 bytes');
  expect(sizeParts({ text: 12_400, versions: 900, pictures: 1_240_000, original: 0, total: 1_253_300 })).toBe(
    'text 12 kB, pictures 1.2 MB, earlier texts 900 bytes',
  );
});

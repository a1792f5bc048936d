/** What an article takes on the disk, in words. Pure. */
import type { ArticleSize } from '../../main/contract/storage-entities.ts';
import { fileSize } from './counts.ts';

/** "text 12 kB, pictures 1.2 MB", without what there is none of. */
export function sizeParts(size: ArticleSize): string {
  const parts: readonly (readonly [string, number])[] = [
    ['text', size.text],
    ['pictures', size.pictures],
    ['original', size.original],
    ['earlier texts', size.versions],
  ];
  return parts
    .filter(([name, bytes]) => bytes > 0 || name === 'text')
    .map(([name, bytes]) => `${name} ${fileSize(bytes)}`)
    .join(', ');
}

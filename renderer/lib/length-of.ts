/** How long an entry of a list takes to read, or why that is not to be asked. */
import type { ArticleSummary } from '../../main/contract/entities.ts';
import { minutesLeft } from './counts.ts';

export function lengthOf({ minutes, marks, saved }: Pick<ArticleSummary, 'minutes' | 'marks' | 'saved'>): string {
  if (saved?.isLink === true) return 'Address only';
  if (marks.finished) return 'Read';
  return marks.progress > 0 ? `${minutesLeft(minutes, marks.progress)} min left` : `${minutes} min`;
}

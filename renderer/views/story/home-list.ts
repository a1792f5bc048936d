import type { Article } from '../../../main/contract/entities.ts';
import { savedArticles, type ListRef } from '../../lib/list-ref.ts';

/** Where a story belongs that was opened from no list. */
export function homeListOf({ section, source }: Article): ListRef | null {
  if (source === 'library') return savedArticles;
  return section === null ? null : { kind: 'section', id: section.id };
}

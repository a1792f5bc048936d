/** What the preview of a story shows: the places in reading order, and how much stands between them. Pure. */
import type { Passage } from '../../../main/contract/search-entities.ts';

export type FlowItem =
  | { readonly kind: 'gap'; readonly blocks: number }
  | { readonly kind: 'place'; readonly place: number; readonly passage: Passage };

/** `passages` in reading order; `blockCount` is that of the whole story. */
export function previewFlow(passages: readonly Passage[], blockCount: number): readonly FlowItem[] {
  const items: FlowItem[] = [];
  let next = 0;
  passages.forEach((passage, place) => {
    if (passage.block > next) items.push({ kind: 'gap', blocks: passage.block - next });
    items.push({ kind: 'place', place, passage });
    next = passage.block + 1;
  });
  if (passages.length > 0 && next < blockCount) items.push({ kind: 'gap', blocks: blockCount - next });
  return items;
}

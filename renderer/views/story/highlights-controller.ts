/**
 * Marks the passages that the reader has marked, where they stand in the text, without touching it (CSS Custom
 * Highlights). What has no place stays in the list under the text.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Article } from '../../../main/contract/entities.ts';
import { BlockText } from '../../lib/reading/block-text.ts';

export type MarkedPassages = NonNullable<Article['own']>['highlights'];
type Place = NonNullable<MarkedPassages[number]['place']>;

/** Named in lib/reading/prose.styles.ts. */
const name = 'lectern-highlight';

export class HighlightsController implements ReactiveController {
  #ranges: readonly (Range | null)[] = [];

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    CSS.highlights.delete(name);
  }

  mark(passages: MarkedPassages, blocks: ReadonlyMap<number, HTMLElement>): void {
    this.#ranges = passages.map(({ place }) => (place === null ? null : rangeOf(place, blocks)));
    const found = this.#ranges.filter((range) => range !== null);
    if (found.length === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, new Highlight(...found));
  }

  /** Brings a passage into sight, and selects it so that it is seen which one it is. */
  show(at: number): void {
    const range = this.#ranges[at] ?? null;
    if (range === null) return;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
}

function rangeOf(place: Place, blocks: ReadonlyMap<number, HTMLElement>): Range | null {
  const { block, start, endBlock, end } = place;
  const first = blocks.get(block);
  const last = blocks.get(endBlock);
  if (first === undefined || last === undefined) return null;
  const from = new BlockText<Node>(first).span(start, Number.MAX_SAFE_INTEGER);
  const to = new BlockText<Node>(last).span(0, end);
  if (from === null || to === null) return null;
  const range = document.createRange();
  range.setStart(from.startNode, from.startOffset);
  range.setEnd(to.endNode, to.endOffset);
  return range;
}

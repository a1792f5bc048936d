/** The bar over a story while something is looked for in it: the reader's own words, or the places that a search led to. */
import { html, nothing } from 'lit';
import './lectern-story-find.ts';
import './lectern-story-places.ts';
import type { StoryFinder } from './story-finder.ts';

type Chosen = (event: CustomEvent<{ id: string }>) => void;

export function foundBar({
  finder,
  query,
  onChosen,
}: {
  finder: StoryFinder;
  query: string;
  onChosen: Chosen;
}): unknown {
  const { places, typed, isFinding, isLed } = finder;
  if (isFinding) {
    return html`<lectern-story-find
      .typed=${typed}
      .count=${places.count}
      .current=${places.current}
      .text=${places.text}
      @lectern-find=${(event: CustomEvent<{ text: string }>) => finder.type(event.detail.text)}
      @lectern-choose=${onChosen}
    ></lectern-story-find>`;
  }
  if (!isLed) return nothing;
  return html`<lectern-story-places
    .query=${query}
    .count=${places.count}
    .current=${places.current}
    .text=${places.text}
    @lectern-choose=${onChosen}
  ></lectern-story-places>`;
}

/** What the parts of a story ask of the story around them. Sent with `fire`. */
import type { ExternalLink } from '../../lib/reading/external-link.ts';

export interface ZoomedPicture {
  /** A copy of the picture, ready to be shown. */
  readonly node: Node;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

declare global {
  interface HTMLElementEventMap {
    /** The reader chose an address outside; nothing is opened before they said so a second time. */
    'lectern-leave': CustomEvent<{ link: ExternalLink }>;
    /** The reader wants to see a picture large. */
    'lectern-zoom': CustomEvent<ZoomedPicture>;
    /** Other words are to be found in this story. */
    'lectern-find': CustomEvent<{ text: string }>;
    /** The reader wants to see where the highlight at this place of the list stands. */
    'lectern-go-to-highlight': CustomEvent<{ at: number }>;
  }
}

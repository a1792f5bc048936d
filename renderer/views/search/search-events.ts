/** What the parts of the search page ask of the page around them. Sent with `fire`. */
declare global {
  interface HTMLElementEventMap {
    /** To the next place of the chosen story, or back. */
    'lectern-step': CustomEvent<{ by: 1 | -1 }>;
    /** Search for this instead. */
    'lectern-query': CustomEvent<{ query: string }>;
    /** From the preview back to the list, where there is room for one of them. */
    'lectern-to-list': CustomEvent<null>;
  }
}

export {};

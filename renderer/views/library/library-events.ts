/** What the parts of the library ask of the page around them. Sent with `fire`. */
declare global {
  interface HTMLElementEventMap {
    /** From the filters into the list. */
    'lectern-to-rows': CustomEvent<null>;
  }
}

export {};

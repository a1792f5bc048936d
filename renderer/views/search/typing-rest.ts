/** Longer than between two letters, in milliseconds: what may wait until typing rests does not stand in the way of the search. */
export const typingRest = 150;

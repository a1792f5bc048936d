/** Patterns in which a star is any run of characters, none too. */

const star = 0x2a;

/** Whether texts match a pattern as a whole. Both are to be folded alike. */
export function starTest(pattern: string): (text: string) => boolean {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(pattern);
  return (text) => matchesStars(bytes, encoder.encode(text));
}

/** Greedy with one way back, the last star: no pattern makes it slow. */
export function matchesStars(pattern: Uint8Array, term: Uint8Array): boolean {
  let at = 0;
  let place = 0;
  let lastStar = -1;
  let resume = 0;
  while (place < term.length) {
    if (at < pattern.length && pattern[at] === star) {
      lastStar = at;
      at += 1;
      resume = place;
    } else if (at < pattern.length && pattern[at] === term[place]) {
      at += 1;
      place += 1;
    } else if (lastStar >= 0) {
      at = lastStar + 1;
      resume += 1;
      place = resume;
    } else return false;
  }
  while (pattern[at] === star) at += 1;
  return at === pattern.length;
}

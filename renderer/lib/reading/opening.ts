/** How a story begins: a large first letter, and its first words in small capitals. */

const longEnough = 160;
const begins = /^[“‘"'«]?\p{Script=Latin}/u;

/** Whether a first paragraph is long enough, and in letters that have capitals, to begin with a large one. */
export function takesDropCap(text: string): boolean {
  return text.length >= longEnough && begins.test(text);
}

/**
 * How many units of the first paragraph's first text stand in small capitals: its first clause if that is short, else
 * its first few words. 0 if the text gives too little.
 */
export function openingLength(text: string): number {
  const clause = /^[^,;:.!?—–(]{12,44}(?=[,;:.—–(])/u.exec(text);
  if (clause !== null) return clause[0].trimEnd().length;
  const words = /^(?:\S+\s+){2,3}\S+(?=\s)/u.exec(text);
  return words === null || words[0].length > 44 ? 0 : words[0].replace(/[,;:.!?]$/u, '').length;
}

/** How a story begins. */

const longEnough = 160;
const begins = /^[“‘"'«]?\p{Script=Latin}/u;

/** Whether a first paragraph is long enough, and in letters that have capitals, to begin with a large one. */
export function takesDropCap(text: string): boolean {
  return text.length >= longEnough && begins.test(text);
}

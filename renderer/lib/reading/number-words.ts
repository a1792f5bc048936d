/** Small numbers as a sentence begins with them; figures from thirteen on. */
const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

const grouped = new Intl.NumberFormat('en-GB');

/** "three"; "1,284". */
export function numberWord(number: number): string {
  return words[number] ?? grouped.format(number);
}

/** "Three paragraphs without a match". */
export function gapText(blocks: number): string {
  const word = numberWord(blocks);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${blocks === 1 ? 'paragraph' : 'paragraphs'} without a match`;
}

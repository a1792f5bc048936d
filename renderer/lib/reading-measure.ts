/** How many characters of our serif stand on a line: what a measure means to a reader. */
export function charactersPerLine(measureInRem: number, sizeInRem: number): number {
  const averageWidth = 0.4667; // of the type size, for running English text in Source Serif
  return Math.round(measureInRem / (sizeInRem * averageWidth));
}

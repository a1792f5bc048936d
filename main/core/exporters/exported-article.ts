/** What an exporter is given: a story whole, with the names that stand around it. */
import type { Publication } from '../../contract/entities.ts';
import type { PlainSummary, StoryBody } from '../collection/collection.ts';

export interface ExportedArticle {
  readonly summary: PlainSummary;
  readonly body: StoryBody;
  readonly publication: Pick<Publication, 'name' | 'language' | 'edition' | 'issued'>;
  /** Where the story can be found again: its address on the web, or Lectern's own. */
  readonly link: string;
}

/** The address of a story for people to pass on. */
export function linkTo(summary: Pick<PlainSummary, 'id' | 'url'>): string {
  return summary.url ?? `lectern:story/${summary.id}`;
}

/** "21 November 2026", by the publication's language; the text as it stands if it is no date. */
export function longDate(date: string, language: string): string {
  const time = new Date(`${date.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(time.getTime())) return date;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** The line under the headline: who, where, when. */
export function byline({ summary, publication }: ExportedArticle): string {
  const parts = [summary.author?.name, publication.name];
  if (summary.published !== null) parts.push(longDate(summary.published, publication.language));
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

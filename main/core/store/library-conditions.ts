/** What lists and views of saved articles are narrowed by, in SQL over `article`. */
import type { LibraryView } from '../../contract/organise-entities.ts';
import { isWaiting } from './feed-tables.ts';

export type ArticleFilter = NonNullable<LibraryView['only']>[number];

const filterConditions: Readonly<Record<ArticleFilter, string>> = {
  bookmarked: 'mark.bookmarked_at IS NOT NULL',
  recommended: `EXISTS (SELECT 1 FROM recommendation r WHERE r.article_id = article.id AND r.verdict = 'yes')`,
  started: 'mark.progress > 0 AND mark.finished_at IS NULL',
  finished: 'mark.finished_at IS NOT NULL',
  unread: 'coalesce(mark.progress, 0) = 0 AND mark.finished_at IS NULL',
  favourite: 'article.favourite = 1',
  highlighted: 'EXISTS (SELECT 1 FROM highlight h WHERE h.article_id = article.id)',
  incomplete: '(article.has_content = 0 OR article.images_kept < article.images_wanted)',
  links: 'article.has_content = 0',
  untagged: 'NOT EXISTS (SELECT 1 FROM article_tag a WHERE a.article_key = article.key)',
  unshelved: 'NOT EXISTS (SELECT 1 FROM article_shelf a WHERE a.article_key = article.key)',
};

/** Whether the condition asks for the table `mark`, joined by the article's id. */
export function needsMarks(filter: ArticleFilter): boolean {
  return filterConditions[filter].includes('mark.');
}

export function stateConditions(state: 'inbox' | 'archive' | 'trash' | undefined): string[] {
  return [
    `article.deleted_at IS ${state === 'trash' ? 'NOT ' : ''}NULL`,
    ...(state === 'inbox' || state === 'archive' ? ['article.state = @state'] : []),
  ];
}

/** What waits in feeds is in no list of the library but in the trash. */
export const isNotWaiting = `NOT ${isWaiting}`;

/** What a list and a view have in common; their parameters bear these names, tags being `tag0`, `tag1` and so on. */
export interface Narrowing {
  readonly tags?: readonly string[] | undefined;
  readonly author?: string | undefined;
  readonly site?: string | undefined;
  readonly language?: string | undefined;
  readonly only?: readonly ArticleFilter[] | undefined;
}

export function narrowingConditions({ tags = [], only = [], ...named }: Narrowing): string[] {
  const names = ['author', 'site', 'language'] as const;
  return [
    ...tags.map((_, at) => taggedCondition(`@tag${at}`)),
    ...names.flatMap((name) => (named[name] === undefined ? [] : [`article.${name} = @${name}`])),
    ...only.map((filter) => filterConditions[filter]),
  ];
}

export function narrowingParameters({ tags = [], author, site, language }: Narrowing): Record<string, unknown> {
  return { author, site, language, ...Object.fromEntries(tags.map((tag, at) => [`tag${at}`, tag])) };
}

/** The articles on shelves whose keys are the parameter, as JSON. */
export const onShelves =
  'SELECT article_key FROM article_shelf WHERE shelf_key IN (SELECT value FROM json_each(@shelves))';

/** Of an article that carries the tag whose name is the parameter. */
function taggedCondition(parameter: string): string {
  return `article.key IN (SELECT a.article_key FROM article_tag a JOIN tag ON tag.key = a.tag_key WHERE tag.name = ${parameter})`;
}

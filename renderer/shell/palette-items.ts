/** What the palette offers and in which order. Pure: the element only shows it. */
import { commands, type CommandId } from '../../main/contract/commands.ts';
import type { ArticleSummary, Publication } from '../../main/contract/entities.ts';
import type { SavedSearch } from '../../main/contract/search-entities.ts';
import { count, percent } from '../lib/counts.ts';
import { fuzzyMatch, type FuzzyMatch } from '../lib/fuzzy.ts';
import type { IconName } from '../lib/icons/icons.ts';
import { listHref, printRoute, searchHref, storyHref } from '../state/route.ts';

type Group = 'go' | 'do' | 'tag';

export interface PaletteItem {
  readonly group: Group;
  readonly icon: IconName;
  readonly text: string;
  /** What is said of it at the end of its row. */
  readonly aside: string;
  readonly target: { readonly href: string } | { readonly command: CommandId };
  /** Added to the score of a match: things to continue come first. */
  readonly weight: number;
}

export interface PaletteRow {
  readonly item: PaletteItem;
  readonly ranges: FuzzyMatch['ranges'];
}

export interface PaletteGroup {
  readonly title: string;
  readonly rows: readonly PaletteRow[];
}

const titles: Record<Group, string> = { go: 'Go to', do: 'Do', tag: 'Tags' };
const limits: Record<Group, number> = { go: 7, do: 5, tag: 4 };

const pages: readonly (readonly [string, IconName, string])[] = [
  ['#/', 'house', 'Home'],
  ['#/library', 'library', 'Library'],
  ['#/library?in=inbox', 'inbox', 'Inbox'],
  ['#/library?in=archive', 'archive', 'Archive'],
  ['#/library?only=favourite', 'star', 'Favourites'],
  ['#/library?in=trash', 'trash-2', 'Trash'],
  ['#/library/tags', 'tag', 'Tags of your articles'],
  ['#/import', 'import', 'Bring articles in'],
  ['#/export', 'book-down', 'Export…'],
  ['#/bookmarks', 'bookmark', 'Bookmarks'],
  ['#/stories', 'rows-3', 'All stories'],
  ['#/downloads', 'download', 'Downloads'],
  ['#/jobs', 'briefcase', 'Jobs'],
  ['#/storage', 'hard-drive-download', 'Storage'],
  ['#/settings', 'settings', 'Settings'],
  ['#/backup', 'history', 'Backup'],
  ['#/about', 'book-open', 'About'],
];

/** Commands that only move to a page stand among the pages already; a list's keys mean nothing in here. */
const unlisted =
  /^(go\.(home|library|bookmarks|downloads|jobs|storage|settings)|library\.import|list\..*|library\.select(Up|Down)?|palette\.open|search\.open)$/;

export function paletteItems(
  stories: readonly ArticleSummary[],
  publication: Publication | null,
  available: readonly CommandId[],
  saved: readonly SavedSearch[] = [],
): readonly PaletteItem[] {
  return [
    ...pages.map(
      ([href, icon, text]) => ({ group: 'go', icon, text, aside: '', target: { href }, weight: 5 }) as const,
    ),
    ...(publication?.sections ?? []).map(
      ({ id, name, count: stories }) =>
        ({
          group: 'go',
          icon: 'folder',
          text: name,
          aside: count(stories, 'story', 'stories'),
          target: { href: listHref({ kind: 'section', id }) },
          weight: 4,
        }) as const,
    ),
    ...saved.map(
      ({ name, query, order, count: found }) =>
        ({
          group: 'go',
          icon: 'search',
          text: name,
          aside: found === null ? 'saved search' : count(found, 'article', 'articles'),
          target: { href: searchHref(query, order) },
          weight: 3,
        }) as const,
    ),
    ...stories.map((story) => storyItem(story)),
    ...available
      .filter((command) => !unlisted.test(command))
      .map(
        (command) =>
          ({
            group: 'do',
            icon: 'chevron-right',
            text: commands[command].title,
            aside: '',
            target: { command },
            weight: 0,
          }) as const,
      ),
    ...(publication?.tags ?? []).map(
      ({ name, count: stories }) =>
        ({
          group: 'tag',
          icon: 'tag',
          text: name,
          aside: `${stories}`,
          target: { href: listHref({ kind: 'tag', id: name }) },
          weight: 0,
        }) as const,
    ),
  ];
}

function storyItem({ id, title, section, minutes, marks }: ArticleSummary): PaletteItem {
  const begun = marks.progress > 0 && !marks.finished;
  return {
    group: 'go',
    icon: 'file-text',
    text: title,
    aside: begun ? `${minutes} min, ${percent(marks.progress)}% read` : (section?.name ?? `${minutes} min`),
    target: {
      href: storyHref(id, {
        list: section === null ? null : { kind: 'section', id: section.id },
        block: begun ? marks.block : null,
      }),
    },
    weight: begun ? 10 : 0,
  };
}

/** Best first in each group. A leading `>` asks for actions only; what is left may also be searched for in the text. */
export function rankPalette(items: readonly PaletteItem[], typed: string): readonly PaletteGroup[] {
  const onlyActions = typed.startsWith('>');
  const query = (onlyActions ? typed.slice(1) : typed).trim();
  const wanted: readonly Group[] = onlyActions ? ['do'] : query === '' ? ['go', 'do'] : ['go', 'do', 'tag'];
  const groups = wanted.map((group) => ({
    title: titles[group],
    rows: rank(
      items.filter((item) => item.group === group),
      query,
    ).slice(0, onlyActions ? undefined : limits[group]),
  }));
  const search = onlyActions || query === '' ? [] : [{ title: 'Search', rows: [searchRow(query)] }];
  return [...groups, ...search].filter(({ rows }) => rows.length > 0);
}

function rank(items: readonly PaletteItem[], query: string): readonly PaletteRow[] {
  return items
    .map((item) => ({ item, match: fuzzyMatch(query, item.text) }))
    .flatMap(({ item, match }) =>
      match === null ? [] : [{ item, ranges: match.ranges, score: match.score + item.weight }],
    )
    .toSorted((a, b) => b.score - a.score);
}

function searchRow(query: string): PaletteRow {
  const item: PaletteItem = {
    group: 'go',
    icon: 'text-search',
    text: `Find “${query}” in the text`,
    aside: '',
    target: { href: printRoute({ name: 'search', query }) },
    weight: 0,
  };
  return { item, ranges: [] };
}

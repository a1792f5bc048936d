/** The narrow values that views share. Each is provided by `lectern-app`; a view takes only the slice it needs. */
import { createContext } from '@lit/context';
import type { Publication, Settings, Status } from '../../main/contract/entities.ts';
import type { RecentSearch, SavedSearch } from '../../main/contract/search-entities.ts';
import type { MethodOutput } from '../../main/contract/methods.ts';
import type { LibraryCounts, Shelf, Tag } from '../../main/contract/organise-entities.ts';
import type { CommandRegistry } from './command-registry.ts';
import type { Organiser } from './organiser.ts';
import type { Route } from './route.ts';

/** Where the window is. Go elsewhere with a link, or with `navigate`. */
export const routeContext = createContext<Route>(Symbol('route'));

/** The reader's settings; the defaults until the kept ones have come. Change them with `lectern-change-settings`. */
export const settingsContext = createContext<Settings>(Symbol('settings'));

/** The publication, or null until it has come. */
export const publicationContext = createContext<Publication | null>(Symbol('publication'));

/** What is kept, and whether the store works; null until known. */
export const statusContext = createContext<Status | null>(Symbol('status'));

export const commandsContext = createContext<CommandRegistry>(Symbol('commands'));

export interface Searches {
  readonly saved: readonly SavedSearch[];
  /** Newest first. */
  readonly recent: readonly RecentSearch[];
}

export const noSearches: Searches = { saved: [], recent: [] };

/** Searches that the reader kept, with counts that stay current, and those just made. */
export const searchesContext = createContext<Searches>(Symbol('searches'));

/** What the reader's own articles are put in order by, with counts that stay current. */
export interface Places {
  /** Null until known. */
  readonly counts: LibraryCounts | null;
  /** The most used first. */
  readonly tags: readonly Tag[];
  /** Outer shelves before those within them. */
  readonly shelves: readonly Shelf[];
}

export const noPlaces: Places = { counts: null, tags: [], shelves: [] };

export const placesContext = createContext<Places>(Symbol('places'));

/** Changes the reader's own articles, says so, and takes back. */
export const organiserContext = createContext<Organiser>(Symbol('organiser'));

export type FollowedFeeds = MethodOutput<'feeds.list'>;

export const noFeeds: FollowedFeeds = { items: [], unread: 0, pass: null, isOnline: true };

/** The feeds that the reader follows, with counts that stay current and how far a refresh is. */
export const feedsContext = createContext<FollowedFeeds>(Symbol('feeds'));

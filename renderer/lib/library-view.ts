/**
 * A view of the library as it stands in an address: `in=inbox&only=unread&tag=maps&order=title`. Pure; the same view has
 * always the same text, so that two views are compared by it.
 */
import { libraryView, type LibraryView } from '../../main/contract/organise-entities.ts';

export type { LibraryView };

/** All that is not in the trash, latest saved first. */
export const wholeLibrary: LibraryView = {};

export function printView(view: LibraryView): string {
  const parameters: (readonly [string, string])[] = [];
  const add = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) parameters.push([name, `${value}`]);
  };
  add('in', view.state);
  add('shelf', view.shelf);
  add('only', view.only?.join());
  for (const tag of view.tags ?? []) add('tag', tag);
  add('author', view.author);
  add('site', view.site);
  add('lang', view.language);
  add('text', view.text);
  add('order', view.order);
  add('down', view.descending === undefined ? undefined : Number(view.descending));
  return parameters.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
}

/** Never throws: what does not make a view is left out of it, or else the whole library is meant. */
export function parseView(text: string): LibraryView {
  const parameters = new URLSearchParams(text);
  const given: Record<string, unknown> = {
    state: parameters.get('in'),
    shelf: parameters.has('shelf') ? Number(parameters.get('shelf')) : null,
    only: parameters.get('only')?.split(',') ?? null,
    tags: parameters.has('tag') ? parameters.getAll('tag') : null,
    author: parameters.get('author'),
    site: parameters.get('site'),
    language: parameters.get('lang'),
    text: parameters.get('text'),
    order: parameters.get('order'),
    descending: parameters.has('down') ? parameters.get('down') === '1' : null,
  };
  const known = Object.entries(given).filter(
    ([name, value]) => value !== null && libraryView.safeParse({ [name]: value }).success,
  );
  const parsed = libraryView.safeParse(Object.fromEntries(known));
  return parsed.success ? parsed.data : wholeLibrary;
}

export function sameView(a: LibraryView, b: LibraryView): boolean {
  return printView(a) === printView(b);
}

/** With some of it changed; `undefined` takes a part away. */
export function changeView(
  view: LibraryView,
  patch: { [Name in keyof LibraryView]?: LibraryView[Name] | undefined },
): LibraryView {
  const parts = Object.entries({ ...view, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(parts);
}

type Narrowing = NonNullable<LibraryView['only']>[number];

export function isOnly(view: LibraryView, what: Narrowing): boolean {
  return view.only?.includes(what) ?? false;
}

/** With one of `only` put in or taken out. */
export function toggleOnly(view: LibraryView, what: Narrowing): LibraryView {
  const rest = (view.only ?? []).filter((one) => one !== what);
  const only = isOnly(view, what) ? rest : [...rest, what];
  return changeView(view, { only: only.length === 0 ? undefined : only });
}

/** Where in the library a view stands, without what narrows it there and without its order. */
export function placeOf(view: LibraryView): LibraryView {
  const { state, shelf } = view;
  return changeView({}, { state, shelf, only: isOnly(view, 'favourite') ? ['favourite'] : undefined });
}

/** Whether something narrows the view at its place. A tag is a place where it stands alone. */
export function isNarrowed(view: LibraryView): boolean {
  const { tags, author, site, language, text } = view;
  const only = (view.only ?? []).filter((one) => one !== 'favourite');
  return [tags, author, site, language, text].some((part) => part !== undefined) || only.length > 0;
}

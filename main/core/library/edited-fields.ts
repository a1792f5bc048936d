/** The fields of a saved article that the reader has edited, beside what the page says of them. Pure. */
import type { SavedArticle } from '../store/library-store.ts';
import type { EditedField, Said } from '../store/upkeep-store.ts';

type Fields = Pick<SavedArticle, EditedField>;

/** In the order in which they are shown. */
const editableFields = [
  ...(['title', 'standfirst', 'author', 'site'] as const),
  ...(['published', 'language', 'direction'] as const),
] as const satisfies readonly EditedField[];

/** As the reader has them. */
export function editsOf(article: Fields, said: Said): Partial<Fields> {
  return pick(article, (field) => field in said);
}

/** What a page that says `fields` says of those that are edited. */
export function saidIn(fields: Fields, said: Said): Said {
  return pick(fields, (field) => field in said);
}

export interface FieldChange {
  readonly set: Partial<Fields>;
  readonly putBack: readonly EditedField[];
}

/** What is set becomes the reader's own, unless it is what the page says anyway; what is put back is the page's again. */
export function changeFields(
  article: Fields,
  said: Said,
  { set, putBack }: FieldChange,
): { fields: Fields; said: Said } {
  const page: Fields = { ...article, ...said };
  const back = pick(page, (field) => putBack.includes(field));
  const fields: Fields = { ...article, ...back, ...set };
  return { fields, said: pick(page, (field) => fields[field] !== page[field]) };
}

function pick(fields: Fields, isWanted: (field: EditedField) => boolean): Partial<Fields> {
  return Object.fromEntries(editableFields.filter(isWanted).map((field) => [field, fields[field]]));
}

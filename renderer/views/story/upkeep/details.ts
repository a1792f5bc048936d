/** Between the particulars of an article and what stands in the fields that they are edited in. Pure. */
import type { MethodInput } from '../../../../main/contract/methods.ts';
import type { Article } from '../../../../main/contract/entities.ts';

type Edit = MethodInput<'articles.edit'>;
export type Changes = Edit['set'];
export type DetailName = keyof Changes;
export type Details = Readonly<Record<DetailName, string>>;

export function detailsOf(article: Article): Details {
  const { title, standfirst, author, published, language, direction, saved, own } = article;
  return {
    title,
    standfirst,
    author: author?.name ?? '',
    site: saved?.site ?? '',
    published: published ?? '',
    language,
    direction,
    note: own?.note ?? '',
  };
}

/** What is not as it was. */
export function changesOf(article: Article, entered: Details): Changes {
  return asChanges(entered, differing(detailsOf(article), entered));
}

/** What leads back: what the page said is put back, what the reader had edited before is set again. */
export function undoOf(article: Article, set: Changes): Pick<Edit, 'set' | 'putBack'> {
  const edited = new Set<string>(article.own?.edited.map(({ field }) => field));
  const names = Object.keys(set) as DetailName[]; // as `asChanges` names them
  const isOwn = (name: DetailName) => name === 'note' || edited.has(name);
  return {
    set: asChanges(detailsOf(article), names.filter(isOwn)),
    putBack: names.flatMap((name) => (name === 'note' || isOwn(name) ? [] : [name])),
  };
}

function differing(before: Details, after: Details): DetailName[] {
  const names = Object.keys(before) as DetailName[]; // of a literal with just these
  return names.filter((name) => before[name].trim() !== after[name].replaceAll('\r\n', '\n').trim());
}

function asChanges(details: Details, names: readonly DetailName[]): Changes {
  const entries = names.map((name) => {
    const text = details[name].replaceAll('\r\n', '\n').trim();
    return [name, name === 'published' && text === '' ? null : text];
  });
  return Object.fromEntries(entries) as Changes; // each by its own name
}

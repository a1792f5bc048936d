/** A publication's name taken apart for its masthead: a leading article stands before the name proper. Pure. */

const articles = /^(the|an?|der|die|das|le|la|les|el|los|las|il|lo|gli|de|het|o|os)\s+(?=\S)/i;

export function splitName(name: string): { readonly article: string | null; readonly rest: string } {
  const article = articles.exec(name)?.[1] ?? null;
  return { article, rest: article === null ? name : name.slice(article.length).trimStart() };
}

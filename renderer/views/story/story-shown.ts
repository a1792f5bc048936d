/** Tells the window which story is read, and whether a newer edition made it another. */
import type { Article } from '../../../main/contract/entities.ts';
import { fire } from '../../lib/fire.ts';

/** Gives the story back. */
export function tellShown(host: HTMLElement, article: Article): Article {
  const { section, title } = article;
  fire(host, 'lectern-story-shown', { title, list: section === null ? null : { kind: 'section', id: section.id } });
  return article;
}

export function isOtherText(article: Article, shown: Article): boolean {
  return article.title !== shown.title || article.html !== shown.html;
}

/** Tells the window which story is read, and whether a newer edition made it another. */
import type { Article } from '../../../main/contract/entities.ts';
import { fire } from '../../lib/fire.ts';
import { homeListOf } from './home-list.ts';

/** Gives the story back. */
export function tellShown(host: HTMLElement, article: Article): Article {
  fire(host, 'lectern-story-shown', { title: article.title, list: homeListOf(article) });
  return article;
}

export function isOtherText(article: Article, shown: Article): boolean {
  return article.title !== shown.title || article.html !== shown.html;
}

/** The page about the publication: Markdown without front matter, made safe HTML like a story. */
import { toArticle } from './markdown/to-article.ts';
import type { StoryContext } from './markdown/story-context.ts';

export function readAbout({
  text,
  ...context
}: Omit<StoryContext, 'id' | 'source' | 'links'> & { readonly text: string }): string {
  return toArticle({ ...context, id: 'about', source: text, links: [] }).html;
}

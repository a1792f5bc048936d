/** Links: to other stories by id, elsewhere by address. Nothing else is a link. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { placeOf, problemAt, type StoryContext } from './story-context.ts';

export function resolveLinks(tree: Root, context: StoryContext): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a' || element.properties['className'] !== undefined) return;
    const { href } = element.properties;
    if (typeof href !== 'string') return;
    const id = /^story:(.*)$/.exec(href)?.[1];
    if (id !== undefined) {
      context.links.push({ id, place: placeOf(element) });
      element.properties = { href: `#/story/${id}` };
    } else if (/^(?:https?:\/\/|mailto:)\S+$/i.test(href)) {
      element.properties = { href, rel: ['external', 'noopener'], className: ['external'] };
    } else {
      problemAt(
        context,
        element,
        `The link "${href}" leads nowhere`,
        'Write story:id for a story of the collection, or an address that begins with https://.',
      );
    }
  });
}

/**
 * Makes a sanitised story body ready for its shadow root: ids that cannot meet ours, links that open nothing by
 * themselves, pictures that can be enlarged. Touches structure only, never the text.
 */
import { takesDropCap } from '../../lib/reading/opening.ts';
import { BlockText } from '../../lib/reading/block-text.ts';

const prefix = 'story-';
const idLists = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'for'];
const svgNamespace = 'http://www.w3.org/2000/svg';

export function prepareBody(body: DocumentFragment): void {
  for (const note of body.querySelectorAll<HTMLElement>('.sidenote[id]')) note.dataset['note'] = note.id;
  prefixIds(body);
  for (const link of body.querySelectorAll('a')) {
    link.removeAttribute('target');
    link.removeAttribute('download');
    link.rel = 'noopener noreferrer';
    link.draggable = false;
  }
  for (const figure of body.querySelectorAll('figure')) offerZoom(figure);
  settleOpening(body);
  hangQuotes(body);
}

/** The place in the body that a link of its own leads to: `#note-1` in the source is `story-note-1` here. */
export function prefixedId(id: string): string {
  return `${prefix}${id}`;
}

function prefixIds(body: DocumentFragment): void {
  for (const element of body.querySelectorAll('*')) {
    if (element.id !== '') element.id = prefixedId(element.id);
    for (const { name, value } of [...element.attributes]) {
      if (idLists.includes(name)) {
        element.setAttribute(name, value.split(/\s+/).map(prefixedId).join(' '));
      } else if (value.includes('url(#')) {
        element.setAttribute(name, value.replaceAll('url(#', `url(#${prefix}`));
      } else if ((name === 'href' || name === 'xlink:href') && element.namespaceURI === svgNamespace) {
        element.setAttribute(name, value.replace(/^#/, `#${prefix}`));
      }
    }
  }
}

/** A picture becomes a button of its own; one that is already inside something to press stays as it is. */
function offerZoom(figure: HTMLElement): void {
  const picture = figure.querySelector(':scope > img, :scope > svg, :scope > p > img');
  if (picture === null) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'zoom';
  button.setAttribute('aria-label', `Enlarge the picture: ${pictureText(picture)}`);
  picture.replaceWith(button);
  button.append(picture);
}

/** What a picture shows, in words. */
export function pictureText(picture: Element): string {
  return (
    picture.getAttribute('alt') ??
    picture.getAttribute('aria-label') ??
    picture.querySelector('title')?.textContent ??
    ''
  ).trim();
}

/** A large first letter needs lines to stand beside, and a letter that has capitals. */
function settleOpening(body: DocumentFragment): void {
  for (const opening of body.querySelectorAll('.opening')) {
    if (!takesDropCap(new BlockText<Node>(opening).text)) opening.classList.remove('opening');
  }
}

/** The quotation mark of a pulled line hangs before it. */
function hangQuotes(body: DocumentFragment): void {
  for (const quote of body.querySelectorAll('.pull')) {
    const text = document.createTreeWalker(quote, NodeFilter.SHOW_TEXT).nextNode();
    if (!(text instanceof Text) || !/^\s*[“‘«]/.test(text.data)) continue;
    const at = text.data.search(/\S/);
    const sign = at === 0 ? text : text.splitText(at);
    sign.splitText(1);
    const hung = document.createElement('span');
    hung.className = 'hang';
    sign.replaceWith(hung);
    hung.append(sign);
  }
}

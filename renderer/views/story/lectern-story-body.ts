import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { fire } from '../../lib/fire.ts';
import { parseExternalLink } from '../../lib/reading/external-link.ts';
import { prose } from '../../lib/reading/prose.styles.ts';
import { proseFigures } from '../../lib/reading/prose-figures.styles.ts';
import { sanitise } from '../../lib/sanitise.ts';
import { navigate } from '../../state/navigate.ts';
import { base } from '../../styles/base.styles.ts';
import { pictureText, prefixedId, prepareBody } from './body-dom.ts';
import { HighlightsController, type MarkedPassages } from './highlights-controller.ts';
import { NotesController } from './notes-controller.ts';
import { OverflowController } from './overflow-controller.ts';
import './story-events.ts';

/**
 * The text of a story in a shadow root of its own: sanitised here once more, its links inert until clicked.
 *
 * @event lectern-leave - a link to the outside was chosen
 * @event lectern-zoom - a picture was chosen
 */
@customElement('lectern-story-body')
export class LecternStoryBody extends LitElement {
  static override styles = [
    base,
    prose,
    proseFigures,
    css`
      :host {
        display: flow-root;
      }
    `,
  ];

  @property({ attribute: false }) markup = '';
  @property() language = '';
  @property() direction: 'ltr' | 'rtl' = 'ltr';
  /** Passages that the reader has marked. */
  @property({ attribute: false }) highlights: MarkedPassages = [];

  @query('.prose') private readonly column!: HTMLElement;

  #body: DocumentFragment | null = null;
  #blocks: ReadonlyMap<number, HTMLElement> = new Map();
  readonly #overflow = new OverflowController(this);
  readonly #notes = new NotesController(this);
  readonly #highlights = new HighlightsController(this);

  constructor() {
    super();
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('auxclick', (event) => this.#clicked(event));
  }

  /** The leaf blocks by their number, once the body shows. */
  get blocks(): ReadonlyMap<number, HTMLElement> {
    return this.#blocks;
  }

  /** By its place in the list of highlights. */
  showHighlight(at: number): void {
    this.#highlights.show(at);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('markup')) return;
    const body = sanitise(this.markup);
    prepareBody(body);
    this.#blocks = new Map(
      [...body.querySelectorAll<HTMLElement>('[data-block]')].map((block) => [Number(block.dataset['block']), block]),
    );
    this.#overflow.watch([...body.querySelectorAll<HTMLElement>('pre, .tablefig, .math')]);
    this.#body = body;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('markup')) this.#notes.watch(this.column);
    if (changed.has('markup') || changed.has('highlights')) this.#highlights.mark(this.highlights, this.#blocks);
  }

  override render(): unknown {
    return html`<div class="prose" lang=${this.language} dir=${this.direction}>${this.#body}</div>`;
  }

  #clicked(event: MouseEvent): void {
    // A right click asks the browser, not the link.
    const [target] = event.composedPath();
    if (event.button === 2 || !(target instanceof Element)) return;
    const link = target.closest('a');
    if (link !== null) {
      event.preventDefault();
      this.#follow(link.getAttribute('href') ?? '');
      return;
    }
    const zoom = target.closest<HTMLElement>('.zoom');
    if (zoom !== null && event.button === 0) this.#zoom(zoom);
  }

  #follow(href: string): void {
    if (href.startsWith('#/')) navigate(href);
    else if (href.startsWith('#')) this.#goTo(href.slice(1));
    else {
      const link = parseExternalLink(href);
      if (link !== null) fire(this, 'lectern-leave', { link });
    }
  }

  /** To a note, or from a note back to its word. */
  #goTo(id: string): void {
    const place = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(prefixedId(decoded(id)))}`);
    if (place === null) return;
    place.scrollIntoView({ block: 'nearest' });
    if (!place.matches('a, button')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  #zoom(button: HTMLElement): void {
    const picture = button.firstElementChild;
    if (picture === null) return;
    const caption = button.closest('figure')?.querySelector('figcaption') ?? null;
    const credit = caption?.querySelector('.credit')?.textContent.trim() ?? null;
    const text = caption?.textContent.trim() ?? null;
    fire(this, 'lectern-zoom', {
      node: picture.cloneNode(true),
      alt: pictureText(picture),
      caption: text === null || credit === null ? text : text.slice(0, text.lastIndexOf(credit)).trim(),
      credit,
    });
  }
}

/** A stray per cent sign, as any page may have in its addresses, is taken as itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-body': LecternStoryBody;
  }
}

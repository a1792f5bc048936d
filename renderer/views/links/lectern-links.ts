import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { Link, LinksStatus } from '../../../main/contract/link-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { count } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import '../../lib/icons/lectern-icon.ts';
import type { IconName } from '../../lib/icons/icons.ts';
import type { CommandRegistry } from '../../state/command-registry.ts';
import { commandsContext } from '../../state/contexts.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import { linkWords, statusWords } from './link-words.ts';
import { linksStyles } from './links.styles.ts';

/** Shown at once; the counts tell of the others. */
const shown = 200;

/** Shape first, colour second. */
const signs: Readonly<Record<Link['state'], IconName>> = {
  queued: 'circle-dashed',
  fetching: 'download',
  waiting: 'history',
  kept: 'circle-check',
  failed: 'triangle-alert',
  refused: 'triangle-alert',
};

/** Where the links are: what is fetched, what waits and until when, what did not come and why. */
@customElement('lectern-links')
export class LecternLinks extends LitElement {
  static override styles = [base, page, linksStyles];

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: commandsContext }) private readonly commands!: CommandRegistry;
  @query('.page') private readonly scroller!: HTMLElement;

  readonly #links = new ImportsWatch(
    this,
    async (client) => ({
      status: await client['links.status']({}),
      items: (await client['links.list']({ limit: shown })).items,
    }),
    'links.changed',
  );

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  async #do(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
    this.#links.again();
  }

  override render(): unknown {
    const { value, error } = this.#links;
    return html`<div class="page" tabindex="-1">
      <h1 class="page__title">Links</h1>
      ${
        value !== undefined
          ? [this.#status(value.status), this.#list(value.items)]
          : error === null
            ? html`<lectern-loading label="Looking at the links" shape="list"></lectern-loading>`
            : html`<lectern-error
                heading="The links cannot be listed"
                .error=${error}
                @lectern-retry=${() => this.#links.again()}
              ></lectern-error>`
      }
    </div>`;
  }

  #status(status: LinksStatus): unknown {
    const { counts, missing, withoutPictures, paused } = status;
    const open = counts.queued + counts.waiting + counts.fetching;
    const ended = counts.failed + counts.refused;
    const act = (label: string, work: () => Promise<unknown>, kind = '') =>
      html`<button class="button ${kind}" @click=${() => void this.#do(work())}>${label}</button>`;
    return html`<p class="page__stand" role="status">${statusWords(status)}</p>
      ${
        open + counts.kept + ended === 0
          ? nothing
          : html`<dl class="counts nums">
              ${this.#count('To go', open)}${this.#count('Kept', counts.kept)}${this.#count('Did not come', ended)}
            </dl>`
      }
      <div class="acts">
        ${
          missing > 0
            ? act(
                `Fetch ${count(missing, 'link', 'links')}`,
                () => this.client['links.fetchMissing']({}),
                'button--main',
              )
            : nothing
        }
        ${
          withoutPictures > 0
            ? act(`Fetch pictures of ${count(withoutPictures, 'article', 'articles')}`, () =>
                this.client['links.completePictures']({}),
              )
            : nothing
        }
        ${
          open > 0 || paused
            ? act(paused ? 'Go on' : 'Pause', () => this.client['settings.set']({ linksPaused: !paused }))
            : nothing
        }
        ${ended + counts.waiting > 0 ? act('Try again now', () => this.client['links.retry']({})) : nothing}
        ${open > 0 ? act('Empty the queue', () => this.client['links.cancel']({}), 'button--quiet') : nothing}
      </div>`;
  }

  #count(name: string, value: number): unknown {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value.toLocaleString('en-GB')}</dd>
    </div>`;
  }

  #list(items: readonly Link[]): unknown {
    if (items.length === 0)
      return html`<div class="none">
        <p>
          Paste an address anywhere, or save one here. What you save while there is no network is fetched when there is
          one.
        </p>
        <button class="button" @click=${() => this.commands.run('links.save')}>
          <lectern-icon name="link"></lectern-icon>Save a link
        </button>
      </div>`;
    return html`<ul class="links">
      ${items.map((link) => html`<li>${this.#line(link)}</li>`)}
    </ul>`;
  }

  #line(link: Link): unknown {
    const isBad = link.state === 'failed' || link.state === 'refused';
    return html`<a class="name" href=${storyHref(link.articleId)}><bdi>${link.title}</bdi></a>
      <span class="meta said" data-state=${link.state}
        ><lectern-icon name=${signs[link.state]}></lectern-icon><span>${linkWords(link)}</span></span
      >
      ${
        isBad || link.state === 'waiting'
          ? html`<button
              class="link"
              aria-label="Try again: ${link.title}"
              @click=${() => void this.#do(this.client['links.retry']({ ids: [link.articleId] }))}
            >
              Try again
            </button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-links': LecternLinks;
  }
}

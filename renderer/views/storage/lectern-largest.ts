import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { MethodOutput } from '../../../main/contract/methods.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { assetUrl } from '../../lib/asset-url.ts';
import { sizeParts } from '../../lib/article-size.ts';
import { count, fileSize } from '../../lib/counts.ts';
import { renderKept } from '../../lib/render-kept.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';

type By = 'articles' | 'sites' | 'pictures';

const pageSize = 20;

const names: Readonly<Record<By, string>> = { articles: 'Articles', sites: 'Sites', pictures: 'Pictures' };

/** What takes most room: articles, sites or pictures, the largest first. */
@customElement('lectern-largest')
export class LecternLargest extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .by {
        display: flex;
        gap: 0.375rem;
        padding-block: var(--lectern-space-1);
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--lectern-space-2);
        padding-block: var(--lectern-space-1);
      }
      li + li .row {
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      .row--picture {
        grid-template-columns: 4rem minmax(0, 1fr) auto;
        align-items: center;
      }
      .row--picture .meta {
        grid-column: 2;
      }
      img {
        grid-row: span 2;
        inline-size: 4rem;
        block-size: 3rem;
        object-fit: cover;
        border-radius: var(--lectern-radius-1);
        background: var(--lectern-ground-sunken);
      }
      .name {
        font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
        overflow-wrap: anywhere;
      }
      a.name:hover {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.16em;
      }
      .none {
        padding-block: var(--lectern-space-1);
        color: var(--lectern-ink-2);
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private by: By = 'articles';
  @state() private wanted = pageSize;

  readonly #revision = new RevisionController(this);
  readonly #rows = new Task(this, {
    args: () => [this.by, this.wanted, this.#revision.value] as const,
    task: async ([by, limit]) => {
      const page = { offset: 0, limit };
      if (by === 'articles') return { by, ...(await this.client['storage.articles'](page)) };
      if (by === 'sites') return { by, ...(await this.client['storage.sites'](page)) };
      return { by, ...(await this.client['storage.pictures'](page)) };
    },
  });

  override render(): unknown {
    return html`<div class="by" role="group" aria-label="The largest">
        ${(['articles', 'sites', 'pictures'] as const).map(
          (by) =>
            html`<button
              class=${by === this.by ? 'chip chip--on' : 'chip'}
              aria-pressed=${by === this.by ? 'true' : 'false'}
              @click=${() => this.#choose(by)}
            >
              ${names[by]}
            </button>`,
        )}
      </div>
      ${renderKept(this.#rows, {
        loading: () => html`<lectern-loading label="Looking" shape="list"></lectern-loading>`,
        error: (error) =>
          html`<lectern-error
            heading="The largest cannot be listed"
            .error=${error}
            @lectern-retry=${() => void this.#rows.run()}
          ></lectern-error>`,
        complete: (page) => {
          if (page.total === 0)
            return html`<p class="none">${page.by === 'pictures' ? 'No pictures.' : 'No articles.'}</p>`;
          return html`<ol>
              ${
                page.by === 'articles'
                  ? page.items.map((one) => html`<li>${this.#article(one)}</li>`)
                  : page.by === 'sites'
                    ? page.items.map((one) => html`<li>${this.#site(one)}</li>`)
                    : page.items.map((one) => html`<li>${this.#picture(one)}</li>`)
              }
            </ol>
            ${
              page.total > page.items.length && this.wanted < 200
                ? html`<button
                    class="button button--small"
                    @click=${() => (this.wanted = Math.min(200, this.wanted * 3))}
                  >
                    More
                  </button>`
                : nothing
            }`;
        },
      })}`;
  }

  #choose(by: By): void {
    this.by = by;
    this.wanted = pageSize;
  }

  #article({ id, title, site, inTrash, size }: MethodOutput<'storage.articles'>['items'][number]): unknown {
    return html`<div class="row">
      <a class="name" href=${storyHref(id)} dir="auto">${title}</a>
      <span class="nums">${fileSize(size.total)}</span>
      <span class="meta"
        >${[site, inTrash ? 'in the trash' : '', sizeParts(size)].filter((part) => part !== '').join(' · ')}</span
      >
    </div>`;
  }

  #site({ site, articles, bytes }: MethodOutput<'storage.sites'>['items'][number]): unknown {
    return html`<div class="row">
      <span class="name">${site === '' ? 'Without a site' : site}</span>
      <span class="nums">${fileSize(bytes)}</span>
      <span class="meta nums">${count(articles, 'article', 'articles')}</span>
    </div>`;
  }

  #picture({ asset, mediaType, bytes, article, articles }: MethodOutput<'storage.pictures'>['items'][number]): unknown {
    const others = articles > 1 ? ` and ${articles - 1} more` : '';
    return html`<div class="row row--picture">
      <img src=${assetUrl(asset)} alt="" loading="lazy" />
      <a class="name" href=${storyHref(article.id)} dir="auto">${article.title}</a>
      <span class="nums">${fileSize(bytes)}</span>
      <span class="meta">${mediaType.replace('image/', '').toUpperCase()}${others}</span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-largest': LecternLargest;
  }
}

import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Client } from '../../../../main/contract/client.ts';
import type { Article, Download, Job } from '../../../../main/contract/entities.ts';
import { clientContext } from '../../../api/api-context.ts';
import '../../../components/lectern-download.ts';
import '../../../components/lectern-jobs.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { base } from '../../../styles/base.styles.ts';
import './lectern-featured-stories.ts';
import './lectern-pager.ts';
import './lectern-people.ts';
import './lectern-recommend.ts';
import type { LecternRecommend } from './lectern-recommend.ts';
import './lectern-related.ts';
import './lectern-share.ts';

const relatedShown = 4;
const featuredShown = 3;
const jobsShown = 3;

/** The end of a story: the question first, then everything that leads on. */
@customElement('lectern-after')
export class LecternAfter extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--lectern-space-6);
        padding-block: var(--lectern-space-6) var(--lectern-space-8);
        container-type: inline-size;
      }
      .all {
        padding-block-start: var(--lectern-space-1);
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;

  @query('lectern-recommend') private readonly recommend!: LecternRecommend;
  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #leads = new Task(this, {
    args: () => [this.article.id] as const,
    task: async ([id]) => {
      const [related, front, jobs] = await Promise.all([
        this.client['articles.related']({ id, limit: relatedShown }),
        this.client['front.get']({}),
        this.client['jobs.list']({}),
      ]);
      const featured = [front.lead, ...front.featured].filter((story) => story.id !== id);
      return {
        related: related.items,
        featured: featured.slice(0, featuredShown),
        download: front.download,
        jobs: jobs.items,
      };
    },
  });

  /** Takes the reader to the question. */
  ask(): void {
    this.recommend.focus();
  }

  override render(): unknown {
    const { article } = this;
    if (article.source === 'library') return this.#ownArticle(article);
    return html`<lectern-recommend .articleId=${article.id}></lectern-recommend>
      <lectern-share .article=${article}></lectern-share>
      <lectern-people .writer=${article.writer} .editor=${article.editor}></lectern-people>
      ${this.#leads.render({
        complete: ({ download, featured, related, jobs }) => [
          download === null ? nothing : this.#download(download),
          featured.length === 0
            ? nothing
            : html`<lectern-featured-stories .stories=${featured}></lectern-featured-stories>`,
          related.length === 0 ? nothing : html`<lectern-related .items=${related}></lectern-related>`,
          jobs.length === 0 ? nothing : this.#jobs(jobs),
        ],
        error: (error) =>
          html`<p class="meta" role="alert">What leads on from here could not be shown. ${messageOf(error)}</p>`,
      })}
      <lectern-pager
        .section=${article.section?.name ?? 'all stories'}
        .earlier=${article.next}
        .later=${article.previous}
      ></lectern-pager>`;
  }

  /** Nothing of the publication's own: what the reader saved leads on to what is related to it. */
  #ownArticle(article: Article): unknown {
    return html`<lectern-recommend .articleId=${article.id}></lectern-recommend>
      <lectern-share .article=${article}></lectern-share>
      ${this.#leads.render({
        complete: ({ related }) =>
          related.length === 0 ? nothing : html`<lectern-related .items=${related}></lectern-related>`,
      })}`;
  }

  #download(download: Download): unknown {
    return html`<lectern-download .download=${download}
      ><h2 class="label" slot="label">Featured download</h2></lectern-download
    >`;
  }

  #jobs(jobs: readonly Job[]): unknown {
    return html`<section aria-labelledby="jobs">
      <h2 class="label" id="jobs">Jobs</h2>
      <lectern-jobs .jobs=${jobs.slice(0, jobsShown)}></lectern-jobs>
      ${
        jobs.length > jobsShown
          ? html`<p class="all"><a class="link" href="#/jobs">All ${jobs.length} on the jobs board</a></p>`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-after': LecternAfter;
  }
}

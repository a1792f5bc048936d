import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { ArticleSummary, Front, Publication, Status } from '../../../main/contract/entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-byline.ts';
import '../../components/lectern-download.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-kicker.ts';
import '../../components/lectern-label.ts';
import '../../components/lectern-loading.ts';
import '../../components/lectern-picture.ts';
import { count } from '../../lib/counts.ts';
import { formatNewsDate } from '../../lib/dates.ts';
import { renderKept } from '../../lib/render-kept.ts';
import { publicationContext, statusContext } from '../../state/contexts.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { listHref, storyHref } from '../../state/route.ts';
import { ScrollMemory } from '../../state/scroll-memory.ts';
import { base } from '../../styles/base.styles.ts';
import { homeStyles } from './lectern-home.styles.ts';
import './lectern-masthead.ts';
import './lectern-yours.ts';

const latestShown = 5;
const storiesInSection = 6;
const roomForDownload = 3;
/** Wider pictures would lose too much at the edges. */
const croppedBelow = 1.9;

/** The front page of the publication, with a column of the reader's own. */
@customElement('lectern-home')
export class LecternHome extends LitElement {
  static override styles = [base, homeStyles];

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: publicationContext, subscribe: true }) @state() private publication: Publication | null = null;
  @consume({ context: statusContext, subscribe: true }) @state() private status: Status | null = null;

  @query('.front') private readonly scroller!: HTMLElement | null;

  readonly #revision = new RevisionController(this);
  readonly #front = new Task(this, {
    args: () => [this.#revision.value] as const,
    task: async () => {
      const [front, bookmarks] = await Promise.all([
        this.client['front.get']({}),
        this.client['articles.list']({ only: 'bookmarked', order: 'marked' }),
      ]);
      return { front, bookmarks: bookmarks.items };
    },
  });

  constructor() {
    super();
    new ScrollMemory(this, () => this.scroller);
  }

  override focus(): void {
    this.scroller?.focus({ preventScroll: true });
  }

  override render(): unknown {
    return html`<div class="front" tabindex="-1">${this.#state()}</div>`;
  }

  #state(): unknown {
    return renderKept(this.#front, {
      loading: () => html`<lectern-loading label="Opening the front page" shape="front"></lectern-loading>`,
      error: (error) =>
        html`<lectern-error
          level="1"
          heading="The front page cannot be opened"
          .error=${error}
          @lectern-retry=${() => void this.#front.run()}
        ></lectern-error>`,
      complete: ({ front, bookmarks }) =>
        this.publication === null ? nothing : this.#page(this.publication, front, bookmarks),
    });
  }

  #page(publication: Publication, front: Front, bookmarks: readonly ArticleSummary[]): unknown {
    // A first-time reader has nothing of their own yet; the download stands in that column then.
    const besideTheLead = front.continueReading.length + bookmarks.length < roomForDownload;
    return html`<lectern-masthead .publication=${publication}></lectern-masthead>
      <div class="top">
        ${this.#lead(front)} ${this.#latest(front.latest, publication.issued)}
        <lectern-yours
          class="yours"
          .begun=${front.continueReading}
          .bookmarks=${bookmarks}
          .download=${besideTheLead ? front.download : null}
        ></lectern-yours>
      </div>
      <section class="featured" aria-labelledby="featured">
        <lectern-label id="featured">Featured</lectern-label>
        <div class="featured__grid">${front.featured.map((story) => this.#feature(story))}</div>
      </section>
      ${
        front.download === null || besideTheLead
          ? nothing
          : html`<section class="taken" aria-labelledby="download">
              <lectern-label id="download">Featured download</lectern-label>
              <lectern-download .download=${front.download}></lectern-download>
            </section>`
      }
      ${front.sections.map((section) => this.#section(section))} ${this.#colophon(publication)} `;
  }

  #lead({ lead, leadPicture }: Front): unknown {
    return html`<article class="lead">
      ${
        leadPicture === null
          ? nothing
          : html`<a class="lead__art" href=${hrefOf(lead)} tabindex="-1" aria-hidden="true">
              <lectern-picture
                decorative
                ?cover=${leadPicture.width / leadPicture.height < croppedBelow}
                .picture=${leadPicture}
              ></lectern-picture>
            </a>`
      }
      ${kickerOf(lead)}
      <h2 class="lead__title"><a href=${hrefOf(lead)}>${lead.title}</a></h2>
      <p class="lead__stand">${lead.standfirst}</p>
      <lectern-byline long .author=${lead.author?.name ?? null} .minutes=${lead.minutes}></lectern-byline>
    </article>`;
  }

  #latest(stories: readonly ArticleSummary[], issued: string): unknown {
    return html`<section class="latest" aria-labelledby="latest">
      <lectern-label id="latest">Latest</lectern-label>
      <ol class="briefs">
        ${stories.slice(0, latestShown).map(
          (story) =>
            html`<li>
              ${
                story.published === null
                  ? nothing
                  : html`<time datetime=${story.published}>${formatNewsDate(story.published, issued)}</time>`
              }
              <a class="headline" href=${hrefOf(story)}>${story.title}</a>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  #feature(story: ArticleSummary): unknown {
    return html`<article class="feature">
      ${story.spot === null ? nothing : html`<lectern-art class="spot" spot .svg=${story.spot}></lectern-art>`}
      ${kickerOf(story)}
      <h3 class="feature__title"><a href=${hrefOf(story)}>${story.title}</a></h3>
      <p class="feature__stand">${story.standfirst}</p>
      <lectern-byline .author=${story.author?.name ?? null} .minutes=${story.minutes}></lectern-byline>
    </article>`;
  }

  #section({ id, name, number, count: stories, stories: shown }: Front['sections'][number]): unknown {
    return html`<section class="section" aria-labelledby="section-${id}">
      <header class="section__head">
        <span class="section__num" aria-hidden="true">${number}</span>
        <h2 class="section__name" id="section-${id}"><a href=${listHref({ kind: 'section', id })}>${name}</a></h2>
        <p class="meta">${count(stories, 'story', 'stories')}</p>
      </header>
      <div class="section__list">
        ${shown.slice(0, storiesInSection).map(
          (story) =>
            html`<article class="short" ?data-read=${story.marks.finished}>
              <h3><a href=${hrefOf(story)}>${story.title}</a></h3>
              <p>${story.standfirst}</p>
            </article>`,
        )}
      </div>
    </section>`;
  }

  #colophon({ colophon }: Publication): unknown {
    return html`<footer class="colophon">
      <svg class="seam" aria-hidden="true"><line x1="0" y1="50%" x2="100%" y2="50%"></line></svg>
      <p>${colophon}${this.status === null ? nothing : ` ${keptSentence(this.status)}`}</p>
    </footer>`;
  }
}

function kickerOf({ section, kicker }: ArticleSummary): unknown {
  return html`<lectern-kicker
    .section=${section?.name ?? null}
    .href=${section === null ? null : listHref({ kind: 'section', id: section.id })}
    .words=${kicker}
  ></lectern-kicker>`;
}

/** A story opened from the front page stands in its section's list. */
function hrefOf({ id, section }: ArticleSummary): string {
  return storyHref(id, section === null ? {} : { list: { kind: 'section', id: section.id } });
}

function keptSentence({ counts, store }: Status): string {
  const stories = count(counts.stories, 'story', 'stories');
  if (!store.ready) return `On this device: ${stories}.`;
  return `Kept whole on this device: ${stories}, ${count(counts.bookmarks, 'bookmark', 'bookmarks')}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-home': LecternHome;
  }
}

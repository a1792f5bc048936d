import { consume } from '@lit/context';
import { Task, TaskStatus } from '@lit/task';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Client } from '../../../main/contract/client.ts';
import type { Article, Publication } from '../../../main/contract/entities.ts';
import { clientContext } from '../../api/api-context.ts';
import type { ListRef } from '../../lib/list-ref.ts';
import { isUnderway } from '../../lib/reading/reading-progress.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import type { CommandRegistry } from '../../state/command-registry.ts';
import { commandsContext, publicationContext } from '../../state/contexts.ts';
import { replaceAddress } from '../../state/navigate.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import './after/lectern-after.ts';
import type { LecternAfter } from './after/lectern-after.ts';
import { ShareController } from './after/share-controller.ts';
import { isShareAction } from './after/sharing.ts';
import { BookmarkController } from './bookmark-controller.ts';
import { CopyController } from './copy-controller.ts';
import { foundBar } from './found-bar.ts';
import './lectern-leave.ts';
import type { LecternLeave } from './lectern-leave.ts';
import './lectern-story-bar.ts';
import './lectern-story-body.ts';
import type { LecternStoryFind } from './lectern-story-find.ts';
import type { LecternStoryBody } from './lectern-story-body.ts';
import './lectern-story-head.ts';
import './lectern-story-own.ts';
import './lectern-story-sources.ts';
import './lectern-zoom.ts';
import type { LecternZoom } from './lectern-zoom.ts';
import { isOtherText, tellShown } from './story-shown.ts';
import { focusedElement, selectedWords } from './page-selection.ts';
import { ProgressKeeper } from './progress-keeper.ts';
import { ReadingController, type ReadingPlace } from './reading-controller.ts';
import './story-events.ts';
import { StoryFinder } from './story-finder.ts';
import { storyFailed, storyWaiting } from './story-waiting.ts';
import { OwnArticle } from './own-article.ts';
import { storyMenu } from './story-menu.ts';
import { storyStyles } from './story.styles.ts';
import './upkeep/lectern-upkeep.ts';
import type { LecternUpkeep } from './upkeep/lectern-upkeep.ts';
import { isUpkeepSheet } from './upkeep/upkeep-sheets.ts';

/** One story, from its bar to what leads on from its end: resumed where it was left, and kept up to date as it is read. */
@customElement('lectern-story')
export class LecternStory extends LitElement {
  static override styles = [base, storyStyles];

  @property() articleId = '';
  /** What was searched for; its places are marked. */
  @property() query = '';
  /** The block to open at; null for where the reader left off. */
  @property({ attribute: false }) block: number | null = null;
  /** The list that the story was opened from. */
  @property({ attribute: false }) list: ListRef | null = null;

  @consume({ context: commandsContext }) private readonly commands!: CommandRegistry;
  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: publicationContext, subscribe: true }) @state() private publication: Publication | null = null;

  @query('.scroll') private readonly scroller!: HTMLElement;
  @query('.read') private readonly read!: HTMLElement;
  @query('lectern-story-body') private readonly body!: LecternStoryBody;
  @query('lectern-after') private readonly end!: LecternAfter | null;
  @query('lectern-story-find') private readonly findBar!: LecternStoryFind | null;
  @query('lectern-leave') private readonly leave!: LecternLeave;
  @query('lectern-zoom') private readonly zoom!: LecternZoom;
  @query('lectern-upkeep') private readonly upkeep!: LecternUpkeep;

  readonly #revision = new RevisionController(this, { only: () => this.articleId });
  readonly #article = new Task(this, {
    args: () => [this.articleId, this.#revision.value] as const,
    task: ([id]) => this.client['articles.get']({ id }),
    onComplete: ({ marks }) => this.#bookmark.adopt(marks.bookmarked),
  });
  readonly #bookmark = new BookmarkController(this, () => this.articleId);
  readonly #progress = new ProgressKeeper(this);
  readonly #reading = new ReadingController(this);
  readonly #finder = new StoryFinder(this, {
    story: () => ({ id: this.articleId, query: this.query, block: this.block }),
    jumped: () => this.#reading.jumped(),
  });
  readonly #share = new ShareController(this);
  readonly #own = new OwnArticle(this, { article: () => this.#current, commands: () => this.commands });
  /** The story whose text stands in the page, as it was when it was opened. */
  #shown: Article | null = null;
  /** What had the focus before the reader looked for something here. */
  #focusBefore: HTMLElement | null = null;

  constructor() {
    super();
    new CopyController(this);
    new CommandsController(this, {
      'story.page': () => this.#page(),
      'story.bookmark': () => this.#bookmark.toggle(),
      'story.recommend': () => this.end?.ask(),
      'story.copyLink': () => this.#choose('copy-link'),
      'story.print': () => this.#choose('print'),
      'story.nextPlace': () => this.#finder.step(1),
      'story.previousPlace': () => this.#finder.step(-1),
      'find.here': () => this.#find(),
    });
    this.addEventListener('lectern-leave', (event) => this.leave.ask(event.detail.link));
    this.addEventListener('lectern-go-to-highlight', (event) => this.body.showHighlight(event.detail.at));
    this.addEventListener('lectern-zoom', (event) => this.zoom.show(event.detail));
  }

  /** The reading itself, so that Space, Page Down and the arrows move the text. */
  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#pressed);
    this.#forget();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('articleId')) this.#forget();
  }

  override updated(changed: PropertyValues<this>): void {
    const article = this.#current;
    if (article === null) return;
    if (this.#shown === null) void this.#show(article);
    else if (this.#finder.isShown && isOtherText(article, this.#shown)) this.#showOther(article);
    else if (changed.has('block') && this.block !== null && this.query === '') this.#reading.show(this.block);
  }

  /** The story of this address, or null while it has not come. */
  get #current(): Article | null {
    const article = this.#article.value;
    return article?.id === this.articleId ? article : null;
  }

  #forget(): void {
    this.#reading.end();
    this.#finder.forget();
    this.#shown = null;
  }

  /** A newer edition of what is being read: the same place of it, with what is found there now. */
  #showOther(article: Article): void {
    this.#shown = tellShown(this, article);
    void this.body.updateComplete.then(() => this.#finder.again());
  }

  async #show(article: Article): Promise<void> {
    this.#shown = tellShown(this, article);
    await this.body.updateComplete;
    await document.fonts.ready;
    if (!this.isConnected || this.#current?.id !== article.id) return;
    const resume = this.query === '' && isUnderway(article.marks.progress) ? article.marks.block : null;
    const pane = { scroller: this.scroller, story: this.read, blocks: () => this.body.blocks };
    this.#reading.begin(pane, (place) => this.#keep(article.id, place), this.block ?? resume);
    this.#finder.show({ scroller: this.scroller, blocks: () => this.body.blocks });
  }

  /** A look at something that was searched for never moves the mark backwards. */
  #keep(id: string, place: ReadingPlace): void {
    const isLookingBack =
      (this.query !== '' || this.#finder.isFinding) && place.progress < (this.#current?.marks.progress ?? 0);
    if (!isLookingBack) void this.#progress.keep(id, place);
  }

  async #markUnread(): Promise<void> {
    this.#reading.flush();
    if (await this.#progress.clear(this.articleId)) this.#reading.restart();
  }

  /** Nearly a pane, so that the last line read is the first one seen. */
  #page(): void {
    this.scroller.scrollBy({ top: this.scroller.clientHeight - 64 });
  }

  /** With what is selected, if that is a few words. */
  #find(): void {
    if (this.#current === null) return;
    if (!this.#finder.isFinding) this.#focusBefore = focusedElement();
    this.#finder.open(selectedWords());
    void this.updateComplete.then(() => this.findBar?.focus());
  }

  #closeFind(): void {
    this.#finder.close();
    const before = this.#focusBefore;
    if (before?.isConnected === true) before.focus({ preventScroll: true });
    else this.focus();
  }

  #clearPlaces(): void {
    replaceAddress(storyHref(this.articleId, { list: this.list }));
    this.focus();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const isElsewhere = event
      .composedPath()
      .some((node) => node instanceof HTMLElement && node.matches('dialog, :popover-open, textarea, input'));
    if (isElsewhere) return;
    if (this.#finder.isFinding) this.#closeFind();
    else if (this.query !== '') this.#clearPlaces();
  };

  #choose(id: string): void {
    if (isShareAction(id)) {
      if (this.#current !== null) void this.#share.run(id, this.#current);
      return;
    }
    if (this.#own.choose(id)) return;
    const choices: Record<string, () => void> = {
      back: () => this.commands.run('go.back'),
      typography: () => this.commands.run('story.typography'),
      bookmark: () => this.#bookmark.toggle(),
      find: () => this.#find(),
      'to-top': () => this.scroller.scrollTo({ top: 0 }),
      'to-end': () => this.end?.scrollIntoView({ block: 'start' }),
      'from-start': () => void this.#markUnread(),
      next: () => this.#finder.step(1),
      previous: () => this.#finder.step(-1),
      close: () => this.#closeFind(),
      clear: () => this.#clearPlaces(),
    };
    if (isUpkeepSheet(id)) this.upkeep.open(id);
    else choices[id]?.();
  }

  readonly #chosen = (event: CustomEvent<{ id: string }>): void => this.#choose(event.detail.id);

  override render(): unknown {
    const article = this.#current;
    return html`<div class="pane" ?data-own=${article?.source === 'library'}>
        <div class="top">
          <lectern-story-bar
            .article=${article}
            .publication=${this.publication?.name ?? ''}
            .bookmarked=${this.#bookmark.value}
            .progress=${this.#reading.progress}
            .share=${this.#share.entries()}
            .more=${storyMenu(article)}
            @lectern-choose=${this.#chosen}
          ></lectern-story-bar>
          <div class="readline" aria-hidden="true"></div>
        </div>
        ${article === null ? nothing : foundBar({ finder: this.#finder, query: this.query, onChosen: this.#chosen })}
        <div class="scroll" tabindex="-1" @scroll=${() => this.#reading.scrolled()}>
          ${article === null ? this.#waiting() : this.#story(article)}
        </div>
      </div>
      <lectern-leave></lectern-leave><lectern-zoom></lectern-zoom>
      <lectern-upkeep .article=${article}></lectern-upkeep>`;
  }

  #waiting(): unknown {
    if (this.#article.status !== TaskStatus.ERROR) return storyWaiting();
    return storyFailed(this.#article.error, () => void this.#article.run());
  }

  #story(article: Article): unknown {
    return html`<article class="page" lang=${article.language} dir=${article.direction}>
        <div class="read">
          <lectern-story-head
            .article=${article}
            .progress=${this.#shown?.marks.progress ?? article.marks.progress}
            @lectern-choose=${this.#chosen}
          ></lectern-story-head>
          <lectern-story-body
            .markup=${article.html}
            .language=${article.language}
            .direction=${article.direction}
            .highlights=${article.own?.highlights ?? []}
          ></lectern-story-body>
        </div>
        ${article.own === null ? nothing : html`<lectern-story-own .article=${article}></lectern-story-own>`}
        <lectern-story-sources .sources=${article.sources} .threads=${article.threads}></lectern-story-sources>
      </article>
      ${keyed(article.id, html`<lectern-after .article=${article}></lectern-after>`)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story': LecternStory;
  }
}

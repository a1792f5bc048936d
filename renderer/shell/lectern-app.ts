import { ContextProvider } from '@lit/context';
import { Task, TaskStatus } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isCommandId } from '../../main/contract/commands.ts';
import type { Publication } from '../../main/contract/entities.ts';
import { clientContext, deskContext, eventsContext } from '../api/api-context.ts';
import type { Connection } from '../api/connect.ts';
import '../components/lectern-toast.ts';
import type { LecternToast } from '../components/lectern-toast.ts';
import { fire, type OrganiseRequest } from '../lib/fire.ts';
import { allStories, sameList, type ListRef } from '../lib/list-ref.ts';
import { calmly } from '../lib/calmly.ts';
import { messageOf } from '../lib/message-of.ts';
import { CommandRegistry } from '../state/command-registry.ts';
import { commandsContext, organiserContext, publicationContext, statusContext } from '../state/contexts.ts';
import { KeyboardController } from '../state/keyboard-controller.ts';
import { inkRules } from '../state/publication-inks.ts';
import type { EventMessage, EventPayload } from '../../main/contract/events.ts';
import { goTo } from './go-to.ts';
import { elsewhere } from '../state/revision-controller.ts';
import { RouteController } from '../state/route-controller.ts';
import type { Route, StoryRoute } from '../state/route.ts';
import { Organiser } from '../state/organiser.ts';
import { PlacesController } from '../state/places-controller.ts';
import { IntakeController } from '../state/intake.ts';
import { FeedsController } from '../state/feeds-controller.ts';
import { SavedSearchesController } from '../state/saved-searches-controller.ts';
import { SettingsController } from '../state/settings-controller.ts';
import { chooseTheme, nextTheme } from '../state/theme.ts';
import { base } from '../styles/base.styles.ts';
import { appStyles } from './lectern-app.styles.ts';
import '../views/import/lectern-drop.ts';
import '../views/import/lectern-import-line.ts';
import '../views/library/lectern-library-pane.ts';
import '../views/links/lectern-save-link.ts';
import type { LecternSaveLink } from '../views/links/lectern-save-link.ts';
import './lectern-notice.ts';
import './lectern-organise.ts';
import './lectern-palette.ts';
import './lectern-rail.ts';
import './lectern-shortcuts.ts';
import './lectern-top-bar.ts';
import './lectern-typography.ts';
import { titleOf } from './title-of.ts';
import { pageView, unreadable, viewPlace } from './page-view.ts';

/** The window: provides what is shared, lays out the panes, and leads keys and addresses to where they belong. */
@customElement('lectern-app')
export class LecternApp extends LitElement {
  static override styles = [base, appStyles];

  /** Set once, before the element is put into the document. */
  @property({ attribute: false }) connection!: Connection;

  @state() private overlay: 'none' | 'palette' | 'shortcuts' = 'none';
  @state() private typography = false;
  @state() private shownStory: string | null = null;
  @state() private shownList: ListRef = allStories;
  /** What the reader is asked how to do. */
  @state() private request: OrganiseRequest | null = null;
  /** These rise with changes in the core; what the window itself shows of them is then asked for again. */
  @state() private collectionRevision = 0;
  @state() private marksRevision = 0;

  @query('lectern-save-link') private readonly saveLink!: LecternSaveLink;
  @query('lectern-toast') private readonly toast!: LecternToast;
  @query('main') private readonly main!: HTMLElement;

  readonly #commands = new CommandRegistry();
  readonly #client = new ContextProvider(this, { context: clientContext });
  readonly #desk = new ContextProvider(this, { context: deskContext });
  readonly #events = new ContextProvider(this, { context: eventsContext });
  readonly #publicationProvider = new ContextProvider(this, { context: publicationContext, initialValue: null });
  readonly #statusProvider = new ContextProvider(this, { context: statusContext, initialValue: null });
  readonly #route = new RouteController(this);
  readonly #settings = new SettingsController(this, () => this.connection);
  readonly #organiser = new Organiser(() => this.connection.client, {
    say: (message, action) => fire(this, 'lectern-toast', { message, ...(action === undefined ? {} : { action }) }),
    ask: (request) => (this.request = request),
  });
  readonly #inks = new CSSStyleSheet();

  readonly #publication = new Task(this, {
    args: () => [this.collectionRevision] as const,
    task: () => this.connection.client['publication.get']({}),
    onComplete: (publication) => this.#hasPublication(publication),
  });
  /** Null until the first place is shown, whose address may be empty. */
  #placeBefore: string | null = null;
  /** An import changes the library many times a second. */
  readonly #library = calmly(() => (this.marksRevision += 1), 1000);
  #release: (() => void) | null = null;

  constructor() {
    super();
    new ContextProvider(this, { context: commandsContext, initialValue: this.#commands });
    new Task(this, {
      args: () => [this.marksRevision] as const,
      task: () => this.connection.client['app.status']({}),
      onComplete: (status) => this.#statusProvider.setValue(status),
    });
    new KeyboardController(this, {
      registry: this.#commands,
      settings: () => this.#settings.value,
      isMac: () => this.connection.desk.isMac,
    });
    new ContextProvider(this, { context: organiserContext, initialValue: this.#organiser });
    new PlacesController(this, () => this.connection);
    new SavedSearchesController(this, () => this.connection);
    new FeedsController(this, () => this.connection);
    new IntakeController(this, () => this.connection.client);
    this.#commands.register(goTo);
    this.#commands.register({
      'library.undo': () => this.#organiser.undoLast(),
      'links.save': () => this.saveLink.ask(),
      'palette.open': () => (this.overlay = 'palette'),
      'help.keys': () => (this.overlay = 'shortcuts'),
      'theme.next': () => this.#nextTheme(),
      'panes.fold': () => this.#settings.change({ railFolded: !this.#settings.value.railFolded }),
    });
    this.#commands.register({ 'story.typography': () => this.#toggleTypography() }, () => this.#inStory);
    this.addEventListener('lectern-toast', (event) => this.toast.show(event.detail.message, event.detail.action));
    this.addEventListener('lectern-story-shown', (event) => this.#storyShown(event.detail));
    this.addEventListener('lectern-change-settings', (event) => this.#settings.change(event.detail.patch));
    this.addEventListener('lectern-open-download', (event) => void this.#openDownload(event.detail));
  }

  override connectedCallback(): void {
    this.#client.setValue(this.connection.client);
    this.#desk.setValue(this.connection.desk);
    this.#events.setValue(this.connection.subscribe);
    super.connectedCallback();
    document.adoptedStyleSheets.push(this.#inks);
    this.#release = this.connection.subscribe((message) => this.#hear(message));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release?.();
  }

  override willUpdate(): void {
    const { route } = this.#route;
    this.toggleAttribute('folded', this.#settings.value.railFolded);
    if (route.name === 'story' && route.list !== null && !sameList(route.list, this.shownList))
      this.shownList = route.list;
    if (route.name !== 'story') {
      this.typography = false;
      this.shownStory = null;
    }
    document.title = titleOf(route, this.#publicationProvider.value, this.shownStory);
  }

  override updated(): void {
    const { route } = this.#route;
    const place = viewPlace(route);
    if (this.#placeBefore !== null && this.#placeBefore !== place) this.#focusView();
    this.#placeBefore = place;
  }

  #hear(message: EventMessage): void {
    if (message.event === 'core.restarted' && message.payload.because === 'crash')
      this.toast.show('Lectern’s core stopped and runs again. Nothing was lost.');
    if (message.event === 'command.run') {
      if (isCommandId(message.payload.command)) this.#commands.run(message.payload.command);
      return;
    }
    if (['index.changed', 'searches.changed', 'imports.changed', 'libraries.changed'].includes(message.event)) return;
    if (message.event === 'link.arrived') {
      this.#arrived(message.payload);
      return;
    }
    if (elsewhere.has(message.event)) return;
    if (message.event === 'library.changed') this.#library.call();
    else this.marksRevision += 1;
    if (message.event === 'collection.changed' || message.event === 'core.restarted') this.collectionRevision += 1;
  }

  #arrived({ articleId, there }: EventPayload<'link.arrived'>): void {
    const undo = () => void this.#organiser.change({ ids: [articleId] }, { kind: 'trash' });
    if (there) this.toast.show('You have this page already.');
    else this.toast.show('Saved from your browser.', { label: 'Undo', run: undo });
  }

  get #inStory(): boolean {
    return this.#route.route.name === 'story';
  }

  #hasPublication(publication: Publication): void {
    this.#publicationProvider.setValue(publication);
    document.documentElement.lang = publication.language;
    this.#inks.replaceSync(inkRules(publication.colours, (value) => CSS.supports('color', value)));
  }

  #storyShown({ title, list }: { title: string; list: ListRef | null }): void {
    this.shownStory = title;
    const { route } = this.#route;
    if (route.name === 'story' && (route.list?.kind === 'feed' || route.list?.kind === 'feeds'))
      void this.connection.client['feeds.markRead']({ article: route.id, read: true });
    if (route.name === 'story' && route.list === null && list !== null) this.shownList = list;
  }

  /** Opened, the panel takes the focus itself; closed, it goes back to the text. */
  #toggleTypography(): void {
    this.typography = !this.typography;
    if (!this.typography) this.#focusView();
  }

  #nextTheme(): void {
    const { value, systemIsDark } = this.#settings;
    const theme = nextTheme(chooseTheme(value.theme, systemIsDark));
    this.#settings.change({ theme });
    this.toast.show(`${theme.charAt(0).toUpperCase()}${theme.slice(1)}`);
  }

  async #openDownload({ asset, name }: { asset: string; name: string }): Promise<void> {
    try {
      await this.connection.desk.openDownload(asset, name);
    } catch (error) {
      this.toast.show(messageOf(error));
    }
  }

  /** The view takes the focus to its own scroller, so that Space and Page Down move what one reads. */
  #focusView(): void {
    const view = this.main.firstElementChild;
    if (view instanceof LitElement) void view.updateComplete.then(() => view.focus());
  }

  override render(): unknown {
    const { route } = this.#route;
    return html`<button class="skip" @click=${() => this.#focusView()}>Skip to the reading</button>
      <div class="notices"><lectern-notice></lectern-notice><lectern-import-line></lectern-import-line></div>
      <lectern-rail ?folded=${this.#settings.value.railFolded}></lectern-rail>
      ${this.#place(route)}
      <lectern-palette
        ?open=${this.overlay === 'palette'}
        @lectern-close=${() => (this.overlay = 'none')}
      ></lectern-palette>
      <lectern-shortcuts
        ?open=${this.overlay === 'shortcuts'}
        @lectern-close=${() => (this.overlay = 'none')}
      ></lectern-shortcuts>
      <lectern-organise .request=${this.request} @lectern-close=${() => (this.request = null)}></lectern-organise>
      <lectern-drop></lectern-drop>
      <lectern-save-link></lectern-save-link>
      <lectern-toast></lectern-toast>`;
  }

  #place(route: Route): unknown {
    const isBroken = this.#publication.status === TaskStatus.ERROR && this.#publicationProvider.value === null;
    if (isBroken && route.name !== 'settings')
      return unreadable(this.#publication.error, () => void this.#publication.run());
    return route.name === 'story' ? this.#story(route) : this.#page(route);
  }

  #story(route: StoryRoute): unknown {
    return html`<div class="desk desk--story ${this.typography ? 'desk--typography' : ''}">
      <div class="beside">
        ${
          this.typography
            ? html`<lectern-typography @lectern-close=${() => this.#toggleTypography()}></lectern-typography>`
            : nothing
        }
        ${this.#beside(this.shownList, route.id)}
      </div>
      <main>
        <lectern-story
          .articleId=${route.id}
          .query=${route.query}
          .block=${route.block}
          .list=${route.list}
        ></lectern-story>
      </main>
    </div>`;
  }

  #beside(list: ListRef, current: string): unknown {
    if (list.kind === 'library')
      return html`<lectern-library-pane .view=${list.view} .current=${current}></lectern-library-pane>`;
    return html`<lectern-list-view .list=${list} .current=${current}></lectern-list-view>`;
  }

  #page(route: Exclude<Route, StoryRoute>): unknown {
    const search = route.name === 'search';
    return html`<div class=${search ? 'desk desk--search' : 'desk'}>
      ${search ? nothing : html`<lectern-top-bar></lectern-top-bar>`}
      <main>${pageView(route)}</main>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-app': LecternApp;
  }
}

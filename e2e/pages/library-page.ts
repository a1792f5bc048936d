/** The library: its list, what narrows and orders it, and what is done with what is selected. */
import type { Locator, Page } from '@playwright/test';

export class LibraryPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** By its address, or a view of it. */
  async open(view = ''): Promise<void> {
    await this.#page.evaluate((to) => (window.location.hash = to), view === '' ? '#/library' : `#/library?${view}`);
    await this.title.waitFor();
  }

  get title(): Locator {
    return this.#page.getByRole('main').getByRole('heading', { level: 1 });
  }

  get list(): Locator {
    return this.#page.getByRole('main').getByRole('list', { name: 'Articles' });
  }

  /** The rows that are in the document. */
  get rows(): Locator {
    return this.list.getByRole('listitem');
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ hasText: title });
  }

  link(title: string | RegExp): Locator {
    return this.row(title).getByRole('link').first();
  }

  box(title: string | RegExp): Locator {
    return this.row(title).getByRole('checkbox');
  }

  /** A row on its way. */
  get awaited(): Locator {
    return this.rows.filter({ hasText: 'On its way' });
  }

  /** The bar over what is selected. */
  get bulk(): Locator {
    return this.#page.getByRole('toolbar', { name: 'What is selected' });
  }

  act(name: string | RegExp): Locator {
    return this.bulk.getByRole('button', { name });
  }

  tab(name: string): Locator {
    return this.#page
      .getByRole('navigation', { name: 'Places in the library' })
      .getByRole('link', { name, exact: true });
  }

  filter(name: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name, exact: true });
  }

  get text(): Locator {
    return this.#page.getByRole('searchbox', { name: 'Filter titles' });
  }

  async order(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^Order/ }).click();
    await this.#page.getByRole('menuitemradio', { name, exact: true }).click();
  }

  async selectAll(): Promise<void> {
    await this.#page.keyboard.press('Control+a');
  }

  /** In the dialog that asks for one. */
  async findShelf(name: string): Promise<void> {
    await this.#page.getByRole('textbox', { name: 'Find a shelf, or make one' }).fill(name);
    await this.#page.keyboard.press('Enter');
  }

  /** The way from another order of a shelf to the reader's own. */
  get ownOrder(): Locator {
    return this.#page.getByRole('main').getByRole('link', { name: 'Show your own order' });
  }

  /** What scrolls. */
  get scroller(): Locator {
    return this.#page.locator('lectern-library-view .scroller');
  }

  /** Where what is dragged would come to stand. */
  get dropLine(): Locator {
    return this.scroller.locator('.drop');
  }

  /** What was said at the foot of the window. */
  get said(): Locator {
    return this.#page.locator('lectern-toast').getByRole('status');
  }

  async undo(): Promise<void> {
    await this.said.getByRole('button', { name: 'Undo' }).click();
  }

  /** The list is scrolled to a share of its height. */
  async scrollTo(share: number): Promise<void> {
    await this.list.evaluate((list, to) => {
      const scroller = list.parentElement;
      if (scroller !== null) scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * to;
    }, share);
  }

  /** Titles of the rows in sight, from top to bottom; of one on its way, nothing. */
  async inSight(): Promise<readonly string[]> {
    return this.list.evaluate((list) => {
      const edge = list.parentElement?.getBoundingClientRect() ?? new DOMRect();
      return [...list.querySelectorAll('.row')]
        .filter((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return bottom > edge.top + 1 && top < edge.bottom - 1;
        })
        .map((row) => row.querySelector('.row__title')?.textContent ?? '');
    });
  }

  shelf(name: string): Locator {
    return this.#page.getByRole('list', { name: 'Shelves' }).getByRole('listitem').filter({ hasText: name }).first();
  }

  async shelfAct(shelf: string, act: string): Promise<void> {
    await this.shelf(shelf)
      .getByRole('button', { name: `Actions for ${shelf}` })
      .click();
    await this.#page.getByRole('menuitem', { name: act, exact: true }).click();
  }

  async makeShelf(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'New shelf' }).click();
    const field = this.#page.getByRole('textbox', { name: 'Name of the shelf' });
    await field.fill(name);
    await field.press('Enter');
    await this.shelf(name).waitFor();
  }
}

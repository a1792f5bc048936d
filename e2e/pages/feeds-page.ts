/** The feeds that one follows: the page, its two dialogs, the rail's part of it. */
import type { Locator, Page } from '@playwright/test';

export class FeedsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('g');
    await this.#page.keyboard.press('f');
    await this.#page.getByRole('heading', { name: 'Feeds', level: 1 }).waitFor();
  }

  /** Looks at an address on this machine and follows the feed of that name. */
  async follow(address: string, name: string, folder = ''): Promise<void> {
    await this.button('Follow a feed').click();
    const dialog = this.#page.getByRole('form', { name: 'Follow a feed' });
    await dialog.getByLabel('Address of a site or a feed').fill(address);
    await dialog.getByLabel('Folder').fill(folder);
    await dialog.getByLabel(/on this machine/).check();
    await dialog.getByRole('button', { name: 'Look for feeds' }).click();
    await dialog.getByRole('button', { name: `Follow ${name}` }).click();
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name });
  }

  article(name: string | RegExp): Locator {
    return this.#page.getByRole('list', { name: 'Articles' }).getByRole('link', { name });
  }

  get articles(): Locator {
    return this.#page.getByRole('list', { name: 'Articles' }).getByRole('listitem');
  }

  row(name: string): Locator {
    return this.articles.filter({ has: this.#page.getByRole('link', { name }) });
  }

  feed(name: string): Locator {
    return this.#page.getByRole('navigation', { name: 'Lectern' }).getByRole('link', { name });
  }

  get settings(): Locator {
    return this.#page.getByRole('form', { name: 'Settings of the feed' });
  }

  get rules(): Locator {
    return this.#page.getByRole('form', { name: 'Rules for all feeds' });
  }
}

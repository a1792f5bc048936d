/** Saving links, and the page of what waits to be fetched. */
import type { Locator, Page } from '@playwright/test';

export class LinksPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('g');
    await this.#page.keyboard.press('u');
    await this.#page.getByRole('heading', { name: 'Links', level: 1 }).waitFor();
  }

  /** By the dialog. */
  async save(address: string): Promise<void> {
    await this.#page.keyboard.press('g');
    await this.#page.keyboard.press('s');
    await this.address.fill(address);
    await this.address.press('Enter');
  }

  get address(): Locator {
    return this.#page.getByRole('textbox', { name: 'Address of the page' });
  }

  line(title: string): Locator {
    return this.#page.getByRole('main').getByRole('listitem').filter({ hasText: title });
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name });
  }
}

/** The search page. */
import type { Locator, Page } from '@playwright/test';

export class SearchPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get field(): Locator {
    return this.#page
      .getByRole('searchbox')
      .or(this.#page.getByRole('combobox', { name: /search/i }))
      .first();
  }

  get hits(): Locator {
    return this.#page.getByRole('listbox', { name: /results|found/i }).getByRole('option');
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('/');
    await this.field.waitFor();
  }

  /** The marked words of a hit's passage. */
  marks(hit: Locator): Locator {
    return hit.locator('mark');
  }
}

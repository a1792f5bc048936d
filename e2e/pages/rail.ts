/** The rail: the way round, present on every page. */
import type { Locator, Page } from '@playwright/test';

export class Rail {
  readonly #nav: Locator;

  constructor(page: Page) {
    this.#nav = page.getByRole('navigation', { name: 'Lectern' });
  }

  /** An entry of the rail by its whole name. */
  entry(name: string): Locator {
    return this.#nav.getByRole('link', { name, exact: true });
  }

  async goTo(name: string): Promise<void> {
    await this.entry(name).click();
  }
}

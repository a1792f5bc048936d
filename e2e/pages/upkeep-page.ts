/** A saved article on the screen, and the sheets in which it is kept in order. */
import type { Locator, Page } from '@playwright/test';

export class UpkeepPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get headline(): Locator {
    return this.#page.getByRole('heading', { level: 1 });
  }

  /** With what it holds: that stands beside the dialog's own element, in a slot. */
  sheet(name: string): Locator {
    return this.#page.locator('lectern-dialog', { has: this.#page.getByRole('dialog', { name, exact: true }) });
  }

  async open(id: string): Promise<void> {
    await this.#page.evaluate((to) => (window.location.hash = `#/story/${to}`), id);
    await this.#page.getByRole('toolbar', { name: 'Story' }).getByRole('button', { name: 'More actions' }).waitFor();
  }

  /** By the story's menu. */
  async choose(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'More actions' }).click();
    await this.#page.getByRole('menuitem', { name, exact: true }).click();
  }

  /** How many highlights are marked in the text. */
  async markCount(): Promise<number> {
    return this.#page.evaluate(() => CSS.highlights.get('lectern-highlight')?.size ?? 0);
  }
}

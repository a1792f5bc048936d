/** Bringing articles in, from the choice to the report. */
import type { Locator, Page } from '@playwright/test';

export class ImportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('g');
    await this.#page.keyboard.press('i');
    await this.#page.getByRole('heading', { name: 'Bring articles in', level: 1 }).waitFor();
  }

  /** Gives files to the picker, or with a folder's path to the picker of folders. */
  async choose(button: 'Choose files' | 'Choose a folder', paths: string | string[]): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForEvent('filechooser'), this.button(button).click()]);
    await chooser.setFiles(paths);
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name });
  }

  get name(): Locator {
    return this.#page.getByRole('heading', { level: 1 });
  }

  /** A class of rows in the sum, with its number: "289 to be imported". */
  part(name: RegExp): Locator {
    return this.#page.getByRole('tab', { name });
  }

  get rows(): Locator {
    return this.#page.getByRole('tabpanel').getByRole('listitem');
  }

  /** What became of it, in a sentence. */
  said(text: RegExp): Locator {
    return this.#page.getByRole('paragraph').filter({ hasText: text }).first();
  }
}

/** Taking articles out, from the choice to the file. */
import type { Download, Locator, Page } from '@playwright/test';

export class ExportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k');
    await this.#page.getByRole('combobox').fill('export');
    await this.#page.getByRole('option', { name: /^Export/ }).click();
    await this.#page.getByRole('heading', { name: 'Export', level: 1 }).waitFor();
  }

  which(name: string): Locator {
    return this.#page.getByRole('radio', { name });
  }

  format(name: string): Locator {
    return this.#page.getByRole('radio', { name, exact: true });
  }

  /** What it would hold, in a sentence. */
  get holds(): Locator {
    return this.#page.getByRole('region', { name: 'What it holds' });
  }

  get losses(): Locator {
    return this.#page.getByRole('list', { name: 'What it cannot carry' });
  }

  get start(): Locator {
    return this.#page.getByRole('button', { name: 'Export', exact: true });
  }

  run(name: string): Locator {
    return this.#page.getByRole('listitem', { name, exact: true });
  }

  /** Exports in a format and takes the file. */
  async take(name: string): Promise<Download> {
    await this.format(name).check();
    await this.start.click();
    const [download] = await Promise.all([
      this.#page.waitForEvent('download'),
      this.run(name).first().getByRole('button', { name: 'Save' }).click(),
    ]);
    return download;
  }
}

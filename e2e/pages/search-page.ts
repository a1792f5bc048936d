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

  get chosen(): Locator {
    return this.#page
      .getByRole('listbox', { name: 'Results' })
      .getByRole('option', { selected: true })
      .locator('.hit__title');
  }

  /** Under the field: how the query was read and what was done with it. */
  get understood(): Locator {
    return this.#page.locator('#understood');
  }

  get completions(): Locator {
    return this.#page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  }

  get preview(): Locator {
    return this.#page.getByRole('region', { name: /^Preview of/ });
  }

  get filters(): Locator {
    return this.#page.getByRole('group', { name: 'Filters' });
  }

  /** The saved searches in the rail. */
  get saved(): Locator {
    return this.#page.getByRole('list', { name: 'Saved searches' }).getByRole('link');
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('/');
    await this.field.waitFor();
  }

  /** Searches, and waits for the answer to just this. */
  async find(query: string): Promise<void> {
    await this.field.fill(query);
    await this.#page.waitForURL((url) => new URLSearchParams(url.hash.split('?')[1] ?? '').get('q') === query);
    await this.hits.first().waitFor();
  }

  /** Saves what is searched for. */
  async save(name: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+s');
    const field = this.#page.getByRole('textbox', { name: 'Name' });
    await field.fill(name);
    await field.press('Enter');
    await field.waitFor({ state: 'hidden' });
  }

  async order(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^Order/ }).click();
    await this.#page.getByRole('menuitemradio', { name }).click();
  }

  /** The marked words of a hit's passage. */
  marks(hit: Locator): Locator {
    return hit.locator('mark');
  }
}

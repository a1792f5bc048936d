import type { Locator, Page } from '@playwright/test';

/** The part of the settings page with the reader's libraries. */
export class LibrariesSection {
  readonly section: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.section = page.getByRole('region', { name: 'Libraries' });
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+,');
    await this.section.scrollIntoViewIfNeeded();
  }

  row(name: string): Locator {
    return this.section.getByRole('listitem').filter({ hasText: name });
  }

  /** In a dialog: what is slotted into it is no part of it in the tree that locators go down. */
  get name(): Locator {
    return this.#page.getByRole('textbox', { name: 'Name', exact: true });
  }

  place(name: string): Locator {
    return this.#page.getByRole('radio', { name });
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  async create(name: string, place: string): Promise<void> {
    await this.section.getByRole('button', { name: 'New library…' }).click();
    await this.name.fill(name);
    await this.place(place).check();
    await this.button('Make it').click();
  }
}

/** A story on the screen, and the end of it. */
import type { Locator, Page } from '@playwright/test';

export class StoryPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get headline(): Locator {
    return this.#page.getByRole('heading', { level: 1 });
  }

  get bookmark(): Locator {
    return this.#page.getByRole('button', { name: 'Bookmark', exact: true });
  }

  /** The parts at the story's end, by their headings. */
  part(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  get question(): Locator {
    return this.#page.getByRole('heading', { name: 'Would you recommend this article?' });
  }

  get thanks(): Locator {
    return this.#page.getByRole('heading', { name: /^Thank you\. You said/ });
  }

  get opinion(): Locator {
    return this.#page.getByRole('textbox', { name: /Your opinion/ });
  }

  get places(): Locator {
    return this.#page.getByRole('toolbar', { name: 'Places found' });
  }

  /** The field that finds words in this story alone. */
  get find(): Locator {
    return this.#page.getByRole('searchbox', { name: 'Find in this story' });
  }

  get findBar(): Locator {
    return this.#page.getByRole('search', { name: 'Find in this story' });
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  /** Opens a story by its address, as a link would. */
  async open(id: string): Promise<void> {
    await this.#page.evaluate((to) => (window.location.hash = `#/story/${to}`), id);
    await this.headline.waitFor();
  }

  /** How many stretches of the text carry the mark for `kind` of match. */
  async markCount(kind: string): Promise<number> {
    return this.#page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, kind);
  }
}

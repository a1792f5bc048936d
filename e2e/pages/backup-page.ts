/** The page of backups: a backup, a restore after a look at it, the library as it was. */
import type { Locator, Page } from '@playwright/test';

export class BackupPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly backUp: Locator;
  readonly takeSnapshot: Locator;
  readonly restoreMerged: Locator;
  readonly restoreWhole: Locator;
  readonly check: Locator;
  readonly repair: Locator;
  readonly snapshots: Locator;
  readonly rescue: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Backup', level: 1 });
    this.backUp = page.getByRole('button', { name: 'Back up now' });
    this.takeSnapshot = page.getByRole('button', { name: 'Take a snapshot' });
    this.restoreMerged = page.getByRole('button', { name: 'Merge with what is here' });
    this.restoreWhole = page.getByRole('button', { name: 'Replace the whole library' });
    this.check = page.getByRole('button', { name: 'Check the library' });
    this.repair = page.getByRole('button', { name: 'Repair' });
    this.snapshots = page.getByRole('region', { name: 'The library as it was' }).getByRole('link');
    this.rescue = page.getByRole('button', { name: 'Go back and save what is newer' });
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/backup'));
    await this.heading.waitFor();
  }

  /** By the name that it has in the list. */
  restore(name: RegExp): Locator {
    return this.page.getByRole('button', { name: new RegExp(`Restore ${name.source}`) });
  }

  save(name: RegExp): Locator {
    return this.page.getByRole('button', { name: new RegExp(`Save a copy of ${name.source}`) });
  }

  verify(name: RegExp): Locator {
    return this.page.getByRole('button', { name: new RegExp(`Verify ${name.source}`) });
  }

  said(words: RegExp | string): Locator {
    return this.page.getByText(words);
  }
}

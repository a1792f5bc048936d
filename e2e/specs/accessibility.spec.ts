import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/desk.ts';

const places = [
  '#/',
  '#/story/code-blue',
  '#/story/code-blue?q=worm',
  '#/section/worms',
  '#/bookmarks',
  '#/library',
  '#/library/tags',
  '#/search',
  '#/search?q=worm',
  '#/search?q=xqzvbnplk',
  '#/downloads',
  '#/jobs',
  '#/settings',
  '#/backup',
  '#/about',
  '#/nowhere',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const place of places) {
      test(`axe finds nothing at ${place}`, async ({ desk: { page } }) => {
        await page.evaluate((to) => (window.location.hash = to), place);
        await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
        await expect(page.locator('lectern-loading')).toHaveCount(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
      });
    }
  });
}

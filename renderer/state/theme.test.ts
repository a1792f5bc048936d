import { expect, it } from 'vitest';
import { defaultSettings } from '../../main/contract/entities.ts';
import { readingTokens } from './apply-settings.ts';
import { inkRules } from './publication-inks.ts';
import { chooseTheme, nextTheme, type PaintedTheme } from './theme.ts';

it('follows the system only where the reader left it to', () => {
  expect(chooseTheme('system', true)).toBe('dusk');
  expect(chooseTheme('system', false)).toBe('paper');
  expect(chooseTheme('paper', true)).toBe('paper');
  expect(chooseTheme('black', false)).toBe('black');
});

it('goes through every theme and comes back', () => {
  const seen: PaintedTheme[] = [];
  let theme: PaintedTheme = 'dusk';
  do {
    theme = nextTheme(theme);
    seen.push(theme);
  } while (theme !== 'dusk');
  expect(seen).toEqual(['black', 'paper', 'white', 'sepia', 'dusk']);
});

it('writes only the reading tokens that the reader changed, so that a narrow window keeps its own size', () => {
  expect(readingTokens(defaultSettings).every(([, value]) => value === null)).toBe(true);
  const changed = readingTokens({ ...defaultSettings, readingSize: 1.5, readingFace: 'mono', justify: true });
  expect(Object.fromEntries(changed)).toEqual({
    '--lectern-reading-size': '1.5rem',
    '--lectern-reading-lead': null,
    '--lectern-measure': null,
    '--lectern-reading-family': 'var(--lectern-mono)',
    '--lectern-reading-align': 'justify',
  });
});

it('paints a publication’s ink for each of its themes, and leaves out what is no colour', () => {
  const inks = { ink: '#a3321a', on: '#fff8f1', wash: '#f5e2d6' };
  const isColour = (value: string): boolean => /^#[0-9a-f]{6}$/.test(value);
  const rules = inkRules(
    { paper: inks, dusk: { ...inks, ink: 'red} body { display: none' }, white: inks, sepia: inks, black: inks },
    isColour,
  );
  expect(rules).toContain(":root[data-theme='paper'] { --lectern-publication: #a3321a;");
  expect(rules).not.toContain('dusk');
  expect(rules).not.toContain('display');
});

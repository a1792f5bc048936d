import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { grounds } from './contrast.ts';

/** A publisher's ink is checked against copies of the reader's colours; this holds the copies to the original. */
describe('the grounds that a publication is checked against', () => {
  const css = readFileSync(new URL('../../renderer/styles/themes.css', import.meta.url), 'utf8');
  const paper = tokensOf('paper');

  function tokensOf(theme: string): Map<string, string> {
    const block = new RegExp(`\\[data-theme='${theme}'\\][^{]*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
    return new Map(
      [...block.matchAll(/--lectern-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]),
    );
  }

  it.each(Object.entries(grounds))('are those of the theme %s', (theme, colours) => {
    const tokens = new Map([...paper, ...tokensOf(theme)]);
    expect([...colours]).toEqual(
      ['ground', 'ground-rail', 'ground-raised', 'ground-sunken'].map((name) => tokens.get(name)),
    );
  });
});

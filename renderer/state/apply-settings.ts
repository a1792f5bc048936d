/** Writes the reader's settings on the document, through the CSSOM. A value left at its default leaves the layout's. */
import { defaultSettings, type Settings } from '../../main/contract/entities.ts';
import { chooseTheme } from './theme.ts';

export function applySettings(root: HTMLElement, settings: Settings, systemIsDark: boolean): void {
  root.dataset['theme'] = chooseTheme(settings.theme, systemIsDark);
  for (const [token, value] of readingTokens(settings)) {
    if (value === null) root.style.removeProperty(token);
    else root.style.setProperty(token, value);
  }
}

/** The reading tokens that differ from the defaults; null takes one back. */
export function readingTokens(settings: Settings): readonly (readonly [string, string | null])[] {
  const changed = <Key extends keyof Settings>(key: Key, print: (value: Settings[Key]) => string): string | null =>
    settings[key] === defaultSettings[key] ? null : print(settings[key]);
  return [
    ['--lectern-reading-size', changed('readingSize', (size) => `${size}rem`)],
    ['--lectern-reading-lead', changed('readingLeading', (leading) => `${leading}`)],
    ['--lectern-measure', changed('readingMeasure', (measure) => `${measure}rem`)],
    ['--lectern-reading-family', changed('readingFace', (face) => `var(--lectern-${face})`)],
    ['--lectern-reading-align', changed('justify', (justify) => (justify ? 'justify' : 'start'))],
  ];
}

/** Which theme is painted, and which comes next. Pure. */
import type { Theme } from '../../main/contract/entities.ts';

export type PaintedTheme = Exclude<Theme, 'system'>;

const paintedThemes = ['paper', 'white', 'sepia', 'dusk', 'black'] as const satisfies readonly PaintedTheme[];

/** `system` is paper by day and dusk by night. */
export function chooseTheme(theme: Theme, systemIsDark: boolean): PaintedTheme {
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dusk' : 'paper';
}

/** From what one sees to the next; never back to `system`, which would look like nothing had happened. */
export function nextTheme(painted: PaintedTheme): PaintedTheme {
  return paintedThemes[(paintedThemes.indexOf(painted) + 1) % paintedThemes.length] ?? 'paper';
}

/** How high a row of the library is. Pure. */
import type { Settings } from '../../../main/contract/entities.ts';
import type { IconName } from '../../lib/icons/icons.ts';

export type Density = Settings['libraryDensity'];

export const densities: readonly (readonly [Density, string, IconName])[] = [
  ['roomy', 'Roomy', 'rows-2'],
  ['cosy', 'Cosy', 'rows-3'],
  ['dense', 'Dense', 'rows-4'],
];

/** In rem. A narrow window is touched with fingers. */
export function rowHeight(density: Density, isNarrow: boolean): number {
  if (density === 'roomy') return 6;
  if (density === 'cosy') return isNarrow ? 4 : 3.5;
  return isNarrow ? 2.75 : 2;
}

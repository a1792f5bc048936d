/** What of a saved article is on this device, so that one knows before the network is gone. Pure. */
import { count } from '../../lib/counts.ts';

export function ledgerWords(wanted: number, kept: number): string {
  if (wanted === 0) return 'Kept whole on this device';
  if (kept >= wanted) return `Kept whole on this device, with ${count(wanted, 'picture', 'pictures')}`;
  const some = kept === 0 ? 'none' : `${kept}`;
  return `The text is kept whole, with ${some} of ${count(wanted, 'picture', 'pictures')}`;
}

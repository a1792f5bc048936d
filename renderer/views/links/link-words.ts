/** What is said of links. Pure. */
import type { Link, LinksStatus } from '../../../main/contract/link-entities.ts';
import { count } from '../../lib/counts.ts';

/** One sentence on where all of them are. */
export function statusWords({ counts, network, wakesAt, paused, elsewhere }: LinksStatus): string {
  const open = counts.queued + counts.fetching + counts.waiting;
  const rest = open === 0 ? 'Nothing waits to be fetched.' : `${count(open, 'link', 'links')} to go.`;
  if (network === 'off') return `The network is switched off in the settings. ${rest}`;
  if (paused) return `Paused. ${rest}`;
  if (network === 'offline')
    return `There is no network. ${rest}${wakesAt === null ? '' : ` Lectern looks again at ${timeOf(wakesAt)}.`}`;
  if (elsewhere && open > 0) return `Another Lectern on this library is at it. ${rest}`;
  if (counts.fetching > 0) return `Fetching ${counts.fetching} of ${count(open, 'link', 'links')}.`;
  return rest;
}

const states: Readonly<Record<Link['state'], string>> = {
  queued: 'In the queue',
  fetching: 'Being fetched',
  waiting: 'Waits',
  kept: 'Kept',
  failed: 'Did not come',
  refused: 'Not fetched',
};

export function linkWords({ state, at, message }: Link): string {
  const said = state === 'waiting' ? `Waits until ${timeOf(at)}` : states[state];
  return message === '' ? said : `${said}: ${message}`;
}

/** The hour, with the day where it is another than today's. */
function timeOf(iso: string): string {
  const date = new Date(iso);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? time : `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}, ${time}`;
}

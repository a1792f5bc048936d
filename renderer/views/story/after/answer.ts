/** The reader's answer to "Would you recommend this article?" as the page speaks of it. Pure. */
import type { Recommendation, recommendationReasons } from '../../../../main/contract/entities.ts';

export type Verdict = Recommendation['verdict'];
export type Reason = (typeof recommendationReasons)[number];

const labels: Record<Reason, string> = {
  clear: 'Clear',
  surprising: 'Surprising',
  useful: 'Useful',
  moving: 'Moving',
  'too-long': 'Too long',
  unclear: 'Hard to follow',
  wrong: 'Something is wrong',
};

const offered: Record<Verdict, readonly Reason[]> = {
  yes: ['clear', 'surprising', 'useful', 'moving'],
  no: ['too-long', 'unclear', 'wrong'],
};

/** The reasons that fit a verdict, with their names. */
export function reasonsFor(verdict: Verdict): readonly { readonly reason: Reason; readonly label: string }[] {
  return offered[verdict].map((reason) => ({ reason, label: labels[reason] }));
}

/** What is left of the reasons when the verdict changes: "clear" is no reason for a no. */
export function fittingReasons(reasons: readonly Reason[], verdict: Verdict): Reason[] {
  return reasons.filter((reason) => offered[verdict].includes(reason));
}

export function toggled(reasons: readonly Reason[], reason: Reason): Reason[] {
  return reasons.includes(reason) ? reasons.filter((other) => other !== reason) : [...reasons, reason];
}

const grouped = new Intl.NumberFormat('en-GB');

/** "86 of 1,000 characters". */
export function countText(length: number, limit: number): string {
  return `${grouped.format(length)} of ${grouped.format(limit)} characters`;
}

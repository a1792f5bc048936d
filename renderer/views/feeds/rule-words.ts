/** Rules in words, and the list that is made of them. Pure. */
import type { FeedMatch, FeedRules } from '../../../main/contract/feed-entities.ts';
import type { MethodOutput } from '../../../main/contract/methods.ts';
import { count } from '../../lib/counts.ts';

export type Preview = MethodOutput<'feeds.preview'>;

export const kinds = ['include', 'exclude', 'markRead'] as const;
export type RuleKind = (typeof kinds)[number];

/** As a choice. */
export const kindNames: Readonly<Record<RuleKind, string>> = {
  include: 'Take only',
  exclude: 'Leave out',
  markRead: 'Mark as read',
};
export const fieldNames: Readonly<Record<FeedMatch['field'], string>> = {
  any: 'Anywhere',
  title: 'Title',
  author: 'Author',
  category: 'Category',
};

const verbs: Readonly<Record<RuleKind, string>> = {
  include: 'Takes only',
  exclude: 'Leaves out',
  markRead: 'Marks as read',
};
const places: Readonly<Record<FeedMatch['field'], string>> = {
  any: 'in title, author or category',
  title: 'in the title',
  author: 'as author',
  category: 'as category',
};

/** Where a rule stands. */
export interface RulePlace {
  readonly kind: RuleKind;
  readonly at: number;
}

export interface ListedRule extends RulePlace {
  readonly match: FeedMatch;
}

export function listedRules(rules: FeedRules): ListedRule[] {
  return kinds.flatMap((kind) => rules[kind].map((match, at) => ({ kind, at, match })));
}

/** `match` in the place of the rule that is changed, or behind the others of its kind. */
export function withRule(rules: FeedRules, kind: RuleKind, match: FeedMatch, changed: RulePlace | null): FeedRules {
  if (changed?.kind === kind)
    return { ...rules, [kind]: rules[kind].map((old, at) => (at === changed.at ? match : old)) };
  const rest = changed === null ? rules : withoutRule(rules, changed);
  return { ...rest, [kind]: [...rest[kind], match] };
}

export function withoutRule(rules: FeedRules, { kind, at }: RulePlace): FeedRules {
  return { ...rules, [kind]: rules[kind].filter((_, place) => place !== at) };
}

export function ruleWords({ kind, match }: Pick<ListedRule, 'kind' | 'match'>): string {
  return `${verbs[kind]} what has “${match.words}” ${places[match.field]}`;
}

export function fitWords(fits: number, total: number): string {
  return `fits ${fits} of ${count(total, 'item', 'items')}`;
}

export function previewWords({ total, taken, markedRead, leftOut }: Omit<Preview, 'fits'>): string {
  if (total === 0) return 'Nothing has been offered yet to try this on.';
  const read = markedRead === 0 ? '' : `, ${markedRead} of them read at once`;
  const some = `${leftOut.slice(0, 3).join('; ')}${leftOut.length > 3 ? '; …' : ''}`;
  const out = leftOut.length === 0 ? '' : ` Left out: ${some}`;
  return `Of the ${count(total, 'item', 'items')} offered so far, ${taken} would be taken${read}.${out}`;
}

/** What is done beside the rules with words; empty for nothing. */
export function otherWords({ newest, tags, shelf, keep, tidyAfterDays }: FeedRules): string {
  const said = [
    ...(newest === null ? [] : [`Of what a feed offers at once, the newest ${newest} at most are taken.`]),
    ...(tags.length === 0
      ? []
      : [`Everything is given the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}, and so kept.`]),
    ...(shelf.length === 0 ? [] : [`Everything is put on the shelf ${shelf.join(' / ')}, and so kept.`]),
    ...(keep ? ['Everything is kept in the inbox.'] : []),
    ...(tidyAfterDays === null
      ? []
      : [`What you read and did not keep goes to the trash after ${count(tidyAfterDays, 'day', 'days')}.`]),
  ];
  return said.join(' ');
}

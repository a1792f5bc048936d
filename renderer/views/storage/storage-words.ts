/** The parts of the data folder and what a cleaner proposes, in words. Pure. */
import type { Proposal, ProposalKind, StoragePart } from '../../../main/contract/storage-entities.ts';
import { count, fileSize } from '../../lib/counts.ts';

export const partNames: Readonly<Record<StoragePart, string>> = {
  texts: 'Texts',
  versions: 'Earlier texts',
  pictures: 'Pictures',
  originals: 'Originals',
  index: 'Search index',
  snapshots: 'Snapshots',
  backups: 'Backups',
  other: 'All else',
};

interface ProposalWords {
  readonly title: string;
  readonly why: string;
  readonly then: string;
}

const words: Readonly<Record<ProposalKind, (articles: string) => ProposalWords>> = {
  trash: (articles) => ({
    title: `${articles} in the trash for more than a month`,
    why: 'Nobody has asked for them back.',
    then: 'They go for good, with their pictures, notes and highlights.',
  }),
  duplicates: (articles) => ({
    title: `${articles} whose text is here twice`,
    why: 'Each has the same title and the same words as another. The one that you marked, tagged or saved first stays; those with notes or highlights are not touched.',
    then: 'They go to the trash, and you can take that back. The room is free once the trash is emptied.',
  }),
  versions: (articles) => ({
    title: `Earlier texts of ${articles}`,
    why: 'Their pages were saved more than twice, with another text each time.',
    then: 'The text that you read and the one before it stay; those before go for good.',
  }),
  originals: (articles) => ({
    title: `Originals of ${articles} that you have read and archived`,
    why: 'The file that each was made of was kept beside its text.',
    then: 'Text, pictures, notes and highlights stay; the files go for good, and the text cannot be taken from them anew.',
  }),
};

export function proposalWords({ kind, articles }: Pick<Proposal, 'kind' | 'articles'>): ProposalWords {
  return words[kind](count(articles, 'article', 'articles'));
}

/** What was done, for a toast. */
export function cleanedWords(articles: number, bytes: number, isUndoable: boolean): string {
  const what = count(articles, 'article', 'articles');
  return isUndoable ? `${what} put in order.` : `${what} put in order: ${fileSize(bytes)} are free.`;
}

export function shareOf(bytes: number, total: number): number {
  return total === 0 ? 0 : bytes / total;
}

const hair = 0.003;

/** Where each size begins on a bar of length 1, and how far it reaches; a hair's breadth is left between two. */
export function stretches(sizes: readonly number[]): { readonly from: number; readonly length: number }[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let from = 0;
  return sizes.map((size) => {
    const share = shareOf(size, total);
    const stretch = { from, length: Math.max(0.001, share - hair) };
    from += share;
    return stretch;
  });
}

/** What is said of backups, snapshots and checks. Pure. */
import type {
  BackupOutcome,
  BackupStatus,
  BackupTaskName,
  RestorePreview,
} from '../../../main/contract/backup-entities.ts';
import { count, percent } from '../../lib/counts.ts';

const doing: Readonly<Record<BackupTaskName, string>> = {
  backup: 'Making a backup',
  snapshot: 'Taking a snapshot',
  preview: 'Reading the backup through',
  restore: 'Restoring',
  'take-back': 'Taking articles back',
  'verify-backup': 'Reading the backup through',
  check: 'Checking the library',
  repair: 'Repairing the library',
  rescue: 'Saving what can be saved',
};

export function workWords({ task, share }: NonNullable<BackupStatus['working']>): string {
  return share === 0 ? doing[task] : `${doing[task]}: ${percent(share)}%`;
}

/** Why a snapshot was taken; empty for one of the usual. */
export function reasonWords(reason: string): string {
  if (reason === 'by-hand') return 'by hand';
  if (reason === 'before-restore') return 'before a restore';
  if (reason === 'before-repair') return 'before a repair';
  return reason.startsWith('before-migration') ? 'before an update of Lectern' : '';
}

/** Day and time on this machine's clock. */
export function momentWords(iso: string, zone?: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  return format.format(new Date(iso)).replace(' at ', ', ');
}

/** The newest end of any of these tasks. */
export function lastOf(status: BackupStatus, tasks: readonly BackupTaskName[]): BackupOutcome | null {
  const ended = status.outcomes.filter(({ task }) => tasks.includes(task));
  return ended.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

/** What restoring the whole would do, each in a sentence. */
export function previewWords({ there, here, comes, differs, onlyHere, settings }: RestorePreview): string[] {
  const articles = (number: number) => count(number, 'article', 'articles');
  return [
    `It holds ${articles(there.articles)}, ${count(there.marks, 'mark', 'marks')}, ${count(there.highlights, 'highlight', 'highlights')} and ${count(there.pictures, 'file', 'files')}. You have ${articles(here.articles)} now.`,
    comes.total === 0 ? 'It has no article that is not here.' : `${articles(comes.total)} would come back.`,
    ...(differs.total === 0
      ? []
      : [`${articles(differs.total)} ${differs.total === 1 ? 'has' : 'have'} another text there than here.`]),
    ...(onlyHere.total === 0
      ? []
      : [
          `${articles(onlyHere.total)} ${onlyHere.total === 1 ? 'is' : 'are'} only here: merging keeps ${onlyHere.total === 1 ? 'it' : 'them'}, replacing leaves ${onlyHere.total === 1 ? 'it' : 'them'} in a snapshot.`,
        ]),
    ...(settings.length === 0 ? [] : [`${count(settings.length, 'setting differs', 'settings differ')}.`]),
  ];
}

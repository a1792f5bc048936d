/** What is said of imports. Pure. */
import { rowOutcomes, type ImportSummary, type RowOutcome } from '../../../main/contract/import-entities.ts';
import { count } from '../../lib/counts.ts';

/** One class of rows, as it stands in the sum. */
export interface RowClass {
  readonly outcome: RowOutcome;
  readonly words: string;
  readonly rows: number;
}

const wouldBe: Record<RowOutcome, string> = {
  imported: 'to be imported',
  merged: 'already here: merged',
  'no-content': 'without text: the link is kept, if there is one',
  failed: 'cannot be read',
};

const was: Record<RowOutcome, string> = {
  imported: 'imported',
  merged: 'merged with what was here',
  'no-content': 'without text: the link is kept, if there is one',
  failed: 'could not be read',
};

export function rowClasses(summary: ImportSummary): readonly RowClass[] {
  const words = isPreview(summary) ? wouldBe : was;
  const { imported, merged, noContent, failed } = summary;
  const rows: Record<RowOutcome, number> = { imported, merged, 'no-content': noContent, failed };
  return rowOutcomes.map((outcome) => ({ outcome, words: words[outcome], rows: rows[outcome] }));
}

function isPreview({ state }: Pick<ImportSummary, 'state'>): boolean {
  return state === 'previewing' || state === 'previewed';
}

export function isAtWork({ state }: Pick<ImportSummary, 'state'>): boolean {
  return state === 'previewing' || state === 'running';
}

/** On the main button of a preview; null if nothing would come of it. */
export function importLabel({ imported, merged, noContent }: ImportSummary): string | null {
  if (imported > 0) return `Import ${count(imported, 'article', 'articles')}`;
  if (merged > 0) return `Merge ${count(merged, 'article', 'articles')}`;
  return noContent > 0 ? `Keep ${count(noContent, 'link', 'links')}` : null;
}

const states: Record<ImportSummary['state'], string> = {
  previewing: 'Being looked through',
  previewed: 'Waits for your word',
  running: 'Being imported',
  interrupted: 'Interrupted',
  done: 'Imported',
  cancelled: 'Cancelled',
  failed: 'Stopped',
  undone: 'Undone',
};

export function stateWords({ state }: ImportSummary): string {
  return states[state];
}

/** The one line about an import in the list of earlier ones. */
export function historyWords(summary: ImportSummary): string {
  const { state, imported, merged, failed } = summary;
  if (state !== 'done') return stateWords(summary);
  const parts = [
    `${count(imported, 'article', 'articles')} imported`,
    merged > 0 ? `${grouped.format(merged)} merged` : '',
    failed > 0 ? `${grouped.format(failed)} could not be read` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** "about 3 minutes left"; empty if it is not known. */
export function timeLeft(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 55) return 'less than a minute left';
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${count(minutes, 'minute', 'minutes')} left`;
  return `about ${count(Math.round(minutes / 60), 'hour', 'hours')} left`;
}

/** How much of it is done, 0 to 1; null if that cannot be told. */
export function doneOf({ read, rowsExpected, files, filesDone }: ImportSummary): number | null {
  if (rowsExpected !== null && rowsExpected > 0) return Math.min(1, read / rowsExpected);
  return files > 1 ? filesDone / files : null;
}

/** "1,234 articles read, 3 of 12 files, about 2 minutes left". */
export function progressWords({ read, rowsExpected, files, filesDone, secondsLeft }: ImportSummary): string {
  const parts = [
    rowsExpected === null
      ? `${count(read, 'article', 'articles')} read`
      : `${grouped.format(read)} of ${count(rowsExpected, 'article', 'articles')}`,
    files > 1 ? `${grouped.format(filesDone)} of ${count(files, 'file', 'files')}` : '',
    timeLeft(secondsLeft),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What an undo of it would do, before it is done. */
export function undoWords({ imported, merged, noContent }: ImportSummary): string {
  const fresh = imported + noContent;
  const parts = [
    fresh > 0 ? `takes out the ${count(fresh, 'article', 'articles')} that came new` : '',
    merged > 0 ? `puts the ${grouped.format(merged)} merged back as before` : '',
  ].filter((part) => part !== '');
  return `Undo ${parts.join(' and ')}. What you have worked with since goes to the trash instead, or stays.`;
}

/** "Saved page (2 files), PDF, Pocket export". */
export function formatWords(formats: ImportSummary['formats']): string {
  return formats
    .map(({ name, files }) => (files === 1 ? name : `${name} (${count(files, 'file', 'files')})`))
    .join(', ');
}

const grouped = new Intl.NumberFormat('en-GB');

/** The commands that take articles in and give them out. The core runs in this process. */
import { resolve } from 'node:path';
import { exportFacts, notCarried, type ExportFormat } from '../contract/export-formats.ts';
import type { ExportPreview } from '../contract/export-methods.ts';
import type { ImportReport, ImportRow } from '../contract/import-entities.ts';
import { AppError } from '../contract/errors.ts';
import type { Core, CoreOptions } from '../core/core.ts';
import { createBriefCore } from './brief-core.ts';
import type { Command } from './command.ts';
import type { Terminal } from './terminal.ts';

type LibraryCommand = Extract<Command, { name: 'import' | 'export' }>;

type LibraryOptions = Pick<CoreOptions, 'collectionDirectory' | 'dataDirectory' | 'version' | 'jobEntry'>;

/** Throws `AppError` for what cannot be done; an import with failed rows is one. */
export async function runLibraryCommand(
  command: LibraryCommand,
  options: LibraryOptions,
  terminal: Terminal,
): Promise<void> {
  const core = createBriefCore(options, terminal);
  try {
    if (command.name === 'export') await exportArticles(command, core, terminal);
    else await importArticles(command, core, terminal);
  } finally {
    await core.close();
  }
}

async function importArticles(
  { paths, dryRun, keepOriginals, json }: Extract<Command, { name: 'import' }>,
  core: Core,
  terminal: Terminal,
): Promise<void> {
  const files = paths.map((path) => resolve(path));
  const report = await core.importFiles(files, { dryRun, keepOriginals, progress: tellProgress(terminal) });
  terminal.out(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, dryRun));
  if (report.failed > 0) throw new AppError('invalid-input', `${report.failed} of ${report.read} rows failed.`);
}

/** On standard error, for whoever waits: only an import that takes longer says anything. */
function tellProgress(terminal: Terminal): (read: number) => void {
  const begun = Date.now();
  let told = 0;
  return (read) => {
    if (Date.now() - begun < 5000 || read - told < 1000) return;
    told = read;
    terminal.err(`${read.toLocaleString('en-GB')} rows read.\n`);
  };
}

/** At most as many rows of a class are told in words; --json has all. */
const toldRows = 50;

function reportText(report: ImportReport, dryRun: boolean): string {
  const told = (outcome: ImportRow['outcome'], heading: string) => {
    const rows = report.rows.filter((row) => row.outcome === outcome);
    const lines = rows.slice(0, toldRows).map(({ input, row, reason }) => `  ${input}, row ${row}: ${reason ?? ''}`);
    if (rows.length > toldRows) lines.push(`  and ${rows.length - toldRows} more, which --json lists`);
    return rows.length === 0 ? [] : [`\n${heading}:`, ...lines];
  };
  return `${[
    `${dryRun ? 'Would read' : 'Read'} ${report.read}: ${report.imported} imported, ${report.merged} merged, ` +
      `${report.noContent} without content, ${report.failed} failed.`,
    ...told('failed', 'Failed'),
    ...told('no-content', 'Without content'),
    ...told('merged', 'Merged'),
  ].join('\n')}\n`;
}

async function exportArticles(
  { format, query, out, dryRun }: Extract<Command, { name: 'export' }>,
  core: Core,
  terminal: Terminal,
): Promise<void> {
  const order = { format, selection: query === null ? ({ everything: true } as const) : { query } };
  if (dryRun) {
    terminal.out(exportText(format, await core.previewExport(order)));
    return;
  }
  await core.exportFiles(order, out === null ? terminal.outBytes : resolve(out));
}

/** What an export would hold, and what it would not. */
function exportText(format: ExportFormat, { articles, without, pictures, bytes }: ExportPreview): string {
  const { name, line, limits } = exportFacts[format];
  const { left, oneWay } = notCarried(format);
  const count = (number: number, what: string) => `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`;
  const list = (heading: string, items: readonly string[]) =>
    items.length === 0 ? [] : ['', `${heading}:`, ...items.map((item) => `  ${item}`)];
  return `${[
    `${name}. ${line}`,
    `${count(articles - without, 'article')}, ${count(pictures, 'picture')}, about ${megabytes(bytes)}.`,
    ...list('Left behind', left),
    ...list('In the file, but not read back by Lectern', oneWay),
    ...list('With limits', limits),
  ].join('\n')}\n`;
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

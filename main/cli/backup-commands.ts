/** Backing up, restoring and checking: what was done goes to standard output, in words or as JSON. */
import { resolve } from 'node:path';
import { restoreParts, type RestorePreview } from '../contract/backup-entities.ts';
import { AppError } from '../contract/errors.ts';
import { createCaretaker, type Caretaker, type CareResult } from '../core/caretaker.ts';
import type { Command } from './command.ts';
import type { Terminal } from './terminal.ts';

type BackupCommand = Extract<Command, { name: 'backup' | 'restore' | 'verify' }>;
type Verify = Extract<Command, { name: 'verify' }>;
type Restore = Extract<Command, { name: 'restore' }>;

interface Options {
  readonly dataDirectory: string;
  readonly version: string;
}

interface Said {
  readonly json: Partial<CareResult>;
  readonly lines: readonly string[];
  /** What makes the command fail although it was done. */
  readonly failure: AppError | null;
}

/** Throws `AppError` for what cannot be done, and for a check that found something wrong. */
export async function runBackupCommand(command: BackupCommand, options: Options, terminal: Terminal): Promise<void> {
  const { json, lines, failure } = await run(command, options);
  terminal.out(command.json ? `${JSON.stringify(json, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
  if (failure !== null) throw failure;
}

async function run(command: BackupCommand, { dataDirectory, version }: Options): Promise<Said> {
  const into = command.name === 'restore' && command.into !== null ? resolve(command.into) : dataDirectory;
  const caretaker = createCaretaker({ dataDirectory: into, version, now: () => new Date() });
  switch (command.name) {
    case 'backup':
      return said(await caretaker.backUp(command.out === null ? null : resolve(command.out)));
    case 'restore':
      return restore(command, caretaker, into);
    case 'verify':
      return verify(command, caretaker);
  }
}

async function verify({ file, repair }: Verify, caretaker: Caretaker): Promise<Said> {
  if (file !== null) {
    const { ok, lines } = await caretaker.verifyBackup(resolve(file));
    return { json: { ok, lines }, lines, failure: ok ? null : new AppError('invalid-input', `${file} is not whole.`) };
  }
  if (repair) {
    const { lines } = await caretaker.repair();
    return said({ lines: lines.length === 0 ? ['There was nothing to repair.'] : lines });
  }
  const { ok, problems } = await caretaker.check();
  const count = `${problems.length} ${problems.length === 1 ? 'thing is' : 'things are'} wrong.`;
  return {
    json: { ok, problems },
    lines: ok
      ? ['All is well.']
      : problems.map(({ what, remedy }) => (remedy === null ? what : `${what} --repair: ${remedy}`)),
    failure: ok ? null : new AppError('store-damaged', count),
  };
}

async function restore(
  { file, dryRun, only, acceptDamage }: Restore,
  caretaker: Caretaker,
  into: string,
): Promise<Said> {
  const path = resolve(file);
  if (!dryRun) {
    const { lines } = await caretaker.restore(path, only, acceptDamage);
    return said({ lines: [`Restored into ${into}.`, ...lines] });
  }
  const { preview } = await caretaker.preview(path);
  return { json: { ok: true, preview }, lines: preview === null ? [] : previewLines(preview), failure: null };
}

function said({ lines }: Pick<CareResult, 'lines'>): Said {
  return { json: { ok: true, lines }, lines, failure: null };
}

function previewLines({
  takenAt,
  there,
  here,
  comes,
  onlyHere,
  differs,
  settings,
  problems,
}: RestorePreview): string[] {
  const held = ({ articles, marks, highlights, pictures }: RestorePreview['there']) =>
    `${articles} articles, ${marks} marks, ${highlights} highlights, ${pictures} pictures and originals.`;
  return [
    `In the backup of ${takenAt}: ${held(there)}`,
    `Here: ${held(here)}`,
    `Would come: ${comes.total}. With another text here: ${differs.total}. Only here, and in a snapshot afterwards: ${onlyHere.total}.`,
    ...(settings.length === 0 ? [] : [`Settings that differ: ${settings.join(', ')}.`]),
    ...problems,
    `Nothing was changed. --only ${restoreParts.join(',')} merges parts and takes nothing away.`,
  ];
}

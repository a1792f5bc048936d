/** Reads the arguments. Knows every command and option, does nothing; what it cannot make sense of is wrong usage. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { readLibrariesTask } from './libraries-task.ts';
import { readFeedsAct } from './feeds-act.ts';
import { readText, takeNone, takeOne } from './read-arguments.ts';
import { UsageError } from './usage-error.ts';
import { restoreParts, type RestorePart } from '../contract/backup-entities.ts';
import { exportFormats, type ExportFormat } from '../contract/export-formats.ts';
import type { Command } from './command.ts';
import { isCommandName, usageOf, type CommandName } from './usage.ts';

export type ParsedCommandLine =
  Command | { readonly name: 'wrong-usage'; readonly why: string; readonly usage: string };

const flag = { type: 'boolean' } as const;
const value = { type: 'string' } as const;
const library = { json: flag, data: value, collection: value, help: flag };

const optionsOf: Readonly<Record<CommandName, ParseArgsOptionsConfig>> = {
  serve: { port: value, data: value, collection: value, open: flag, backups: value, 'allow-private': flag, help: flag },
  search: { ...library, limit: value, explain: flag },
  list: library,
  article: library,
  related: library,
  import: { ...library, 'dry-run': flag, 'keep-originals': flag },
  feeds: { ...library, out: value, folder: value, private: flag, archive: flag },
  save: {
    ...library,
    tag: { type: 'string', multiple: true },
    shelf: value,
    'no-fetch': flag,
    'allow-private': flag,
  },
  fetch: library,
  export: { format: value, query: value, out: value, 'dry-run': flag, data: value, collection: value, help: flag },
  libraries: { json: flag, in: value, name: value, help: flag },
  backup: { ...library, out: value },
  restore: { ...library, into: value, only: value, 'dry-run': flag, 'accept-damage': flag },
  verify: { ...library, repair: flag },
  content: { out: value, new: value, watch: flag, help: flag },
};

const defaultLimit = 20;
const maximumLimit = 10_000;

export function parseCommandLine(args: readonly string[]): ParsedCommandLine {
  const [first, ...rest] = args;
  if (first === '--version') return { name: 'version' };
  if (first === '--help' || first === '-h' || first === 'help') return { name: 'help', about: null };
  if (first === undefined) return wrongUsage(null, 'What shall Lectern do?');
  if (!isCommandName(first)) return wrongUsage(null, `There is no command "${first}".`);
  try {
    return parseCommand(first, rest);
  } catch (error) {
    const why = usageProblem(error);
    if (why === null) throw error;
    return wrongUsage(first, why);
  }
}

function wrongUsage(name: CommandName | null, why: string): ParsedCommandLine {
  return { name: 'wrong-usage', why, usage: usageOf(name) };
}

/** What is wrong with the arguments, by our words or those of parseArgs; null for an error that says nothing of them. */
function usageProblem(error: unknown): string | null {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof TypeError) || !('code' in error) || !String(error.code).startsWith('ERR_PARSE_ARGS'))
    return null;
  return error.message.replace(/(?<=')\. .*$/s, '.'); // what follows tells how parseArgs is programmed
}

/** Throws UsageError, or what parseArgs throws. */
function parseCommand(name: CommandName, args: string[]): Command {
  const { values, positionals } = parseArgs({ args, options: optionsOf[name], allowPositionals: true });
  const text = (option: string): string | null => readText(values, option);
  if (values['help'] === true) return { name: 'help', about: name };
  const shared = { json: values['json'] === true, data: text('data'), collection: text('collection') };
  switch (name) {
    case 'serve':
      takeNone(positionals);
      return {
        name,
        port: readNumber(text('port'), '--port', 0, 65_535) ?? 0,
        data: shared.data,
        collection: shared.collection,
        open: values['open'] === true,
        backups: text('backups'),
        allowPrivate: values['allow-private'] === true,
      };
    case 'search':
      if (positionals.length === 0) throw new UsageError('What shall be searched for?');
      return {
        name,
        ...shared,
        query: positionals.length === 1 && positionals[0] === '-' ? null : positionals.join(' '),
        explain: values['explain'] === true,
        limit: readNumber(text('limit'), '--limit', 1, maximumLimit) ?? defaultLimit,
      };
    case 'list':
      takeNone(positionals);
      return { name, ...shared };
    case 'article':
    case 'related':
      return { name, ...shared, id: takeOne(positionals, 'the id of one article, as `lectern list` shows it') };
    case 'import':
      if (positionals.length === 0) throw new UsageError('What shall be imported?');
      return {
        name,
        ...shared,
        paths: positionals,
        dryRun: values['dry-run'] === true,
        keepOriginals: values['keep-originals'] === true,
      };
    case 'feeds':
      return { name, ...shared, act: readFeedsAct(positionals, values) };
    case 'save':
      if (positionals.length === 0) throw new UsageError('Which address shall be saved?');
      return {
        name,
        ...shared,
        urls: positionals.length === 1 && positionals[0] === '-' ? null : positionals,
        tags: readTags(values['tag']),
        shelf:
          text('shelf')
            ?.split('/')
            .filter((part) => part.trim() !== '') ?? [],
        fetch: values['no-fetch'] !== true,
        allowPrivate: values['allow-private'] === true,
      };
    case 'fetch':
      takeNone(positionals);
      return { name, ...shared };
    case 'export': {
      takeNone(positionals);
      const { json: _, ...where } = shared;
      return {
        name,
        ...where,
        format: readFormat(text('format')),
        query: text('query'),
        out: text('out'),
        dryRun: values['dry-run'] === true,
      };
    }
    case 'libraries':
      return { name, json: shared.json, task: readLibrariesTask(positionals, text('in'), text('name')) };
    case 'backup':
      takeNone(positionals);
      return { name, ...shared, out: text('out') };
    case 'restore':
      return {
        name,
        ...shared,
        file: takeOne(positionals, 'one backup file'),
        into: text('into'),
        only: readParts(text('only')),
        dryRun: values['dry-run'] === true,
        acceptDamage: values['accept-damage'] === true,
      };
    case 'verify': {
      const repair = values['repair'] === true;
      if (positionals.length === 0) return { name, ...shared, file: null, repair };
      if (repair) throw new UsageError('--repair mends the library and no backup; give one of them.');
      return { name, ...shared, file: takeOne(positionals, 'one backup file, or none for the library'), repair };
    }
    case 'content': {
      const out = text('out');
      const directory = text('new');
      if (directory !== null) {
        takeNone(positionals);
        if (out !== null) throw new UsageError('--new writes sources and --out a bundle; give one of them.');
        if (values['watch'] === true) throw new UsageError('--new has nothing to watch.');
        return { name: 'new-content', directory };
      }
      if (out === null) throw new UsageError('--out says where the bundle goes; it is missing.');
      return {
        name,
        source: takeOne(positionals, 'the folder of one collection'),
        out,
        watch: values['watch'] === true,
      };
    }
  }
}

function readTags(given: unknown): string[] {
  const tags = Array.isArray(given) ? given.map(String) : [];
  if (tags.some((tag) => tag.trim() === '')) throw new UsageError('--tag is empty.');
  return tags;
}

function readNumber(text: string | null, option: string, least: number, most: number): number | null {
  if (text === null) return null;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}; "${text}" is none.`);
}

function readFormat(text: string | null): ExportFormat {
  const format = exportFormats.find((known) => known === text);
  if (format !== undefined) return format;
  throw new UsageError(
    `--format takes ${exportFormats.join(', ')}; ${text === null ? 'it is missing' : `"${text}" is none`}.`,
  );
}

function readParts(text: string | null): RestorePart[] {
  if (text === null) return [];
  return text.split(',').map((part) => {
    const known = restoreParts.find((name) => name === part.trim());
    if (known !== undefined) return known;
    throw new UsageError(`--only takes ${restoreParts.join(', ')}, parted by commas; "${part}" is none.`);
  });
}

/** Reads the arguments. Knows every command and option, does nothing; what it cannot make sense of is wrong usage. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { exportFormats, type ExportFormat } from '../contract/export-formats.ts';
import { isCommandName, usageOf, type CommandName } from './usage.ts';

interface Library {
  readonly json: boolean;
  readonly data: string | null;
  readonly collection: string | null;
}

export type Command =
  | {
      readonly name: 'serve';
      /** 0 for any free one. */
      readonly port: number;
      readonly data: string | null;
      readonly collection: string | null;
      readonly open: boolean;
    }
  | (Library & {
      readonly name: 'search';
      /** Null for those that come in by standard input, one a line. */
      readonly query: string | null;
      readonly limit: number;
      readonly explain: boolean;
    })
  | (Library & { readonly name: 'list' })
  | (Library & { readonly name: 'article' | 'related'; readonly id: string })
  | (Library & {
      readonly name: 'import';
      readonly paths: readonly string[];
      readonly dryRun: boolean;
      readonly keepOriginals: boolean;
    })
  | (Omit<Library, 'json'> & {
      readonly name: 'export';
      readonly format: ExportFormat;
      /** Null for everything. */
      readonly query: string | null;
      /** Null for standard output. */
      readonly out: string | null;
      readonly dryRun: boolean;
    })
  | { readonly name: 'content'; readonly source: string; readonly out: string; readonly watch: boolean }
  | { readonly name: 'new-content'; readonly directory: string }
  | { readonly name: 'help'; readonly about: CommandName | null }
  | { readonly name: 'version' };

export type ParsedCommandLine =
  Command | { readonly name: 'wrong-usage'; readonly why: string; readonly usage: string };

const flag = { type: 'boolean' } as const;
const value = { type: 'string' } as const;
const library = { json: flag, data: value, collection: value, help: flag };

const optionsOf: Readonly<Record<CommandName, ParseArgsOptionsConfig>> = {
  serve: { port: value, data: value, collection: value, open: flag, help: flag },
  search: { ...library, limit: value, explain: flag },
  list: library,
  article: library,
  related: library,
  import: { ...library, 'dry-run': flag, 'keep-originals': flag },
  export: { format: value, query: value, out: value, 'dry-run': flag, data: value, collection: value, help: flag },
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

class UsageError extends Error {}

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

function readText(values: Readonly<Record<string, unknown>>, option: string): string | null {
  const text = values[option];
  if (text === '') throw new UsageError(`--${option} is empty.`);
  return typeof text === 'string' ? text : null;
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

function takeOne(positionals: readonly string[], what: string): string {
  const [only, ...more] = positionals;
  if (only === undefined || only === '' || more.length > 0) throw new UsageError(`This needs ${what}.`);
  return only;
}

function takeNone(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new UsageError(`"${positionals.join(' ')}" is not expected here.`);
}

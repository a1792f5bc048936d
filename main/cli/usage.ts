/** What `--help` prints, and the line that goes with wrong usage. */
import { exportFacts, exportFormats } from '../contract/export-formats.ts';

const usages = {
  serve: 'lectern serve [--port N] [--data DIR] [--collection DIR] [--open]',
  search: 'lectern search QUERY|- [--json] [--limit N] [--explain] [--data DIR] [--collection DIR]',
  list: 'lectern list [--json] [--data DIR] [--collection DIR]',
  article: 'lectern article ID [--json] [--data DIR] [--collection DIR]',
  related: 'lectern related ID [--json] [--data DIR] [--collection DIR]',
  import: 'lectern import PATH… [--dry-run] [--keep-originals] [--json] [--data DIR] [--collection DIR]',
  export: 'lectern export --format FORMAT [--query QUERY] [--out PATH] [--dry-run] [--data DIR] [--collection DIR]',
  content: 'lectern content SOURCE --out BUNDLE [--watch] | lectern content --new DIR',
} as const;

export type CommandName = keyof typeof usages;

export function isCommandName(text: string): text is CommandName {
  return Object.hasOwn(usages, text);
}

/** One line for one command, or for all. */
export function usageOf(name: CommandName | null): string {
  return `Usage: ${name === null ? `lectern COMMAND … (${Object.keys(usages).join(', ')}); lectern --help` : usages[name]}`;
}

const abouts: Readonly<Record<CommandName, string>> = {
  serve: `Opens the reader for a browser on this machine, and for nobody else. The first line printed is its address.

  --port N          a port of your choice (any free one without it)
  --open            opens the address in your browser
  --data DIR        the folder of your bookmarks, answers and settings (made if need be)
  --collection DIR  a compiled collection other than the one that came with Lectern`,
  search: `Finds articles, best first.

  --limit N  at most N articles (20 without it)
  --explain  says of each article which words gave it how many points
  -          reads queries from standard input, one a line, and answers a line of JSON to each

red worm         words; articles with all of them first    "code red"  "code red"~5   in a row, within five words
-green           without                                   red or blue, (red or blue) worm
pre* *fix in*ner beginnings, endings                       recieve~                    spelt about so
title: author: section: tag: site: lang:                   title:worm author:"The Desk" tag:(iis or linux)
in: is: has:     in:library is:unread has:note             before: after: date:        before:2001 date:2001-09..2003
words: minutes:  words:>500 minutes:5..10`,
  list: 'Lists all articles, newest first.',
  article: 'Prints one article.',
  related: 'Lists what is related to an article, with the reasons.',
  import: `Takes articles into your library and accounts for every row of every file: imported, merged with an article that
is there, without a text to keep, or failed and why.

  --dry-run         changes nothing and reports what would happen
  --keep-originals  keeps each page, book or document beside the text that is made of it

JSON Lines: one object a line, with title, text or html, and id, author, tags, url, publishedAt, language and what else
\`lectern export\` writes. Exit code 1 if any row failed.`,
  export: `Writes your own articles, those in the trash left out, in an open format.

  --format FORMAT  ${exportFormats.map((format) => format.padEnd(11) + exportFacts[format].line).join('\n                   ')}
  --query QUERY    only what a search finds, as for \`lectern search\`
  --out PATH       a file, or for all, markdown and html a folder (a name without an ending); standard output without it.
                   What is there is replaced only if an export wrote it, and once all is written
  --dry-run        writes nothing and says what the file would hold, and what the format cannot carry`,
  content: `Checks the sources of a collection and compiles them to a bundle.

  --watch    compiles again with every change; a Lectern that shows the bundle shows the new one
  --new DIR  writes an empty publication with comments, to begin with`,
};

/** The whole help, or that of one command. */
export function helpText(name: CommandName | null): string {
  if (name !== null) return `${usageOf(name)}\n\n${abouts[name]}\n`;
  const lines = Object.values(usages).map((usage) => `  ${usage}`);
  return `Lectern, an offline reading desk.

${lines.join('\n')}
  lectern --version

search, list, article and related print text, or JSON with --json. They read the collection and your own articles, which
are in the folder of --data.

Environment: LECTERN_DATA and LECTERN_COLLECTION stand in for --data and --collection.
Exit codes: 0 done, 1 something failed and says what, 2 wrong usage.
`;
}

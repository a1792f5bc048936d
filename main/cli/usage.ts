/** What `--help` prints, and the line that goes with wrong usage. */
import { exportFacts, exportFormats } from '../contract/export-formats.ts';

const usages = {
  serve: 'lectern serve [--port N] [--data DIR] [--collection DIR] [--open] [--backups DIR] [--allow-private]',
  search: 'lectern search QUERY|- [--json] [--limit N] [--explain] [--data DIR] [--collection DIR]',
  list: 'lectern list [--json] [--data DIR] [--collection DIR]',
  article: 'lectern article ID [--json] [--data DIR] [--collection DIR]',
  related: 'lectern related ID [--json] [--data DIR] [--collection DIR]',
  import: 'lectern import PATH… [--dry-run] [--keep-originals] [--json] [--data DIR] [--collection DIR]',
  save: 'lectern save URL…|- [--tag T]… [--shelf A/B] [--no-fetch] [--allow-private] [--json] [--data DIR] [--collection DIR]',
  fetch: 'lectern fetch [--json] [--data DIR] [--collection DIR]',
  export: 'lectern export --format FORMAT [--query QUERY] [--out PATH] [--dry-run] [--data DIR] [--collection DIR]',
  libraries:
    'lectern libraries [list|create NAME [--in DIR]|add DIR [--name NAME]|use NAME|rename NAME NEW|forget NAME|move DIR] [--json]',
  backup: 'lectern backup [--out FILE] [--json] [--data DIR]',
  restore: 'lectern restore FILE [--dry-run] [--only PARTS] [--into DIR] [--accept-damage] [--json] [--data DIR]',
  verify: 'lectern verify [FILE|--repair] [--json] [--data DIR]',
  feeds: 'lectern feeds [list|add URL|remove FEED|refresh|import FILE|export] [--json] [--data DIR]',
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
  --collection DIR  a compiled collection other than the one that came with Lectern
  --backups DIR     the folder where backups go (backups/ in the data folder without it)

  --allow-private   links may lead into your own network; without it they are refused`,
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
  save: `Keeps pages of the web: each address at once, then its page and pictures. Exit code 1 if any did not come.

  -                reads addresses from standard input, one a line
  --tag T          with this tag; may be given several times
  --shelf A/B      on this shelf, made if need be
  --no-fetch       keeps the addresses alone
  --allow-private  lets them lead into your own network`,
  fetch: `Fetches what is queued, the pages of links that were imported without their text, and pictures that are missing:
politely, with pauses, and with the sites' rules for robots heeded. What the sites put off is left in the queue.`,
  export: `Writes your own articles, those in the trash left out, in an open format.

  --format FORMAT  ${exportFormats.map((format) => format.padEnd(11) + exportFacts[format].line).join('\n                   ')}
  --query QUERY    only what a search finds, as for \`lectern search\`
  --out PATH       a file, or for all, markdown and html a folder (a name without an ending); standard output without it.
                   What is there is replaced only if an export wrote it, and once all is written
  --dry-run        writes nothing and says what the file would hold, and what the format cannot carry`,
  libraries: `Lists your libraries, or changes the list. The current one is opened wherever --data names no other.

  create NAME      makes a library in a folder of its own within --in (your documents without it)
  add DIR          takes a library that is there into the list
  use NAME         makes a library the current one
  rename NAME NEW  calls it otherwise; its folder keeps its name
  forget NAME      takes it off the list; its files stay where they are
  move DIR         moves the current library, which must be open nowhere, into DIR`,
  backup: `Writes your library, its pictures, marks, settings and saved searches to one file, and reads it back before it gets its name.
May be done while Lectern is open.

  --out FILE  a place for it (backups/ in the data folder without it)`,
  restore: `Puts a backup in the place of your library; the present one is kept as a snapshot. Lectern must not be open.

  --dry-run        changes nothing and reports what would come, what is only here and what differs
  --only PARTS     merges articles, marks, settings or searches (parted by commas) with what is here
  --into DIR       another data folder
  --accept-damage  goes on without the pictures that are damaged in the backup`,
  verify: `Reads through your library, or a backup, and says what is wrong. Exit code 1 if anything is.

  --repair  mends what can be mended safely: the index is made again, files that nobody names are put aside, pictures that
            are gone are counted as missing`,
  feeds: `Follows feeds: RSS, Atom and JSON Feed. Their articles wait in their feeds until you keep them.

  list           what is followed, with what is unread and what is wrong
  add URL        follows the feed at an address, or that of a page
  remove FEED    by id or address; what was not kept of it goes to the trash
  refresh        asks every feed for news, now
  import FILE    follows what an OPML file lists
  export         writes what is followed as OPML

  --folder NAME  the folder of a feed that is added
  --private      lets a feed that is added be on this machine or its network
  --archive      of a feed that is removed, puts what was not kept into the archive
  --out FILE     a file that is replaced once all is written (standard output without it)`,
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

search, list, article and related print text, or JSON with --json. They read the collection and your own articles: those
of the current library, or of the one in --data.

Environment: LECTERN_DATA and LECTERN_COLLECTION stand in for --data and --collection.
Exit codes: 0 done, 1 something failed and says what, 2 wrong usage.
`;
}

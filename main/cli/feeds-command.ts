/** `lectern feeds`: what is followed, from the command line. The core runs in this process. */
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { createClient, type Client } from '../contract/client.ts';
import { AppError } from '../contract/errors.ts';
import type { Feed, FoundFeed } from '../contract/feed-entities.ts';
import type { Core, CoreOptions } from '../core/core.ts';
import { sweepUnfinished, writeWholeFileSync } from '../core/files/durable-file.ts';
import { pathError } from '../core/files/path-error.ts';
import { createBriefCore } from './brief-core.ts';
import type { Command } from './command.ts';
import type { Terminal } from './terminal.ts';

type FeedsCommand = Extract<Command, { name: 'feeds' }>;
type FeedsOptions = Pick<CoreOptions, 'collectionDirectory' | 'dataDirectory' | 'version' | 'jobEntry'>;

/** Throws `AppError` for what cannot be done; a refresh in which a feed failed is one. */
export async function runFeedsCommand(command: FeedsCommand, options: FeedsOptions, terminal: Terminal): Promise<void> {
  const core = createBriefCore(options, terminal);
  try {
    await run(command, core, createClient(core.dispatch), terminal);
  } finally {
    await core.close();
  }
}

async function run(command: FeedsCommand, core: Core, client: Client, terminal: Terminal): Promise<void> {
  const { act, json } = command;
  const tell = (value: unknown, text: string) => {
    terminal.out(json ? `${JSON.stringify(value, null, 2)}\n` : text);
  };
  switch (act.kind) {
    case 'list': {
      const { items } = await client['feeds.list']({});
      tell(items, items.length === 0 ? 'No feed is followed. `lectern feeds add URL` follows one.\n' : listText(items));
      return;
    }
    case 'add': {
      const url = await oneFeed(client, act.url, act.allowPrivate);
      const { folder, allowPrivate } = act;
      const { id } = await client['feeds.subscribe']({ url, allowPrivate, ...(folder === null ? {} : { folder }) });
      await core.settleFeeds();
      const feed = await followed(client, id);
      tell(feed, listText([feed]));
      return;
    }
    case 'remove': {
      const feed = await followed(client, act.feed);
      const { moved } = await client['feeds.remove']({ id: feed.id, articles: act.archive ? 'archive' : 'trash' });
      const where = act.archive ? 'archive' : 'trash';
      tell({ moved }, `${feed.title} is not followed any more; ${moved} of its articles went to the ${where}.\n`);
      return;
    }
    case 'refresh': {
      await client['feeds.refresh']({});
      const pass = await core.settleFeeds();
      const { items } = await client['feeds.list']({});
      const failed = items.filter(({ failure }) => failure !== null);
      const lines = failed.map(({ title, failure }) => `  ${title}: ${failure ?? ''}\n`);
      tell(pass, `${pass?.fresh ?? 0} new articles from ${pass?.total ?? 0} feeds.\n${lines.join('')}`);
      if ((pass?.failed ?? 0) > 0) throw new AppError('unreachable', `${pass?.failed ?? 0} feeds could not be had.`);
      return;
    }
    case 'import': {
      const result = await client['feeds.importOpml']({ content: readList(act.file) });
      const refused = result.refused.map((url) => `  ${url} is no address of a feed.\n`);
      tell(result, `${result.added} feeds are followed now, ${result.there} were before.\n${refused.join('')}`);
      return;
    }
    case 'export': {
      const { content } = await client['feeds.exportOpml']({});
      if (act.out === null) terminal.out(content);
      else writeList(resolve(act.out), content);
      return;
    }
  }
}

/** Throws `invalid-input` where there is none, or more than one to choose from. */
async function oneFeed(client: Client, url: string, allowPrivate: boolean): Promise<string> {
  const { items } = await client['feeds.discover']({ url, allowPrivate });
  const [only, ...others] = items;
  if (only === undefined) throw new AppError('invalid-input', `No feed was found at ${url}. Give its own address.`);
  if (others.length === 0) return only.url;
  const line = ({ kind, title, url: address }: FoundFeed) => `\n  ${address}  ${kind}, ${title}`;
  throw new AppError('invalid-input', `There are several feeds; add one of them:${items.map(line).join('')}`);
}

/** By its id or its address. */
async function followed(client: Client, named: string): Promise<Feed> {
  const found = (await client['feeds.list']({})).items.find(({ id, url }) => id === named || url === named);
  if (found !== undefined) return found;
  throw new AppError('not-found', `No feed ${named} is followed. \`lectern feeds list\` shows those that are.`);
}

function listText(feeds: readonly Feed[]): string {
  return feeds
    .map(({ id, title, folder, url, unread, failure, failingSince, state }) => {
      const trouble = failure === null ? '' : `\n  since ${failingSince?.slice(0, 10) ?? ''}: ${failure}`;
      const place = [folder, `${unread} unread`, ...(state === 'active' ? [] : [state])].filter((part) => part !== '');
      return `${title}\n  ${url}\n  ${place.join(', ')}, id ${id}${trouble}\n`;
    })
    .join('\n');
}

function readList(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause;
    throw new AppError('invalid-input', `${file} cannot be read (${String(cause.code)}).`, undefined, { cause });
  }
}

function writeList(path: string, content: string): void {
  try {
    sweepUnfinished(dirname(path), new Date(), basename(path));
    writeWholeFileSync(path, content);
  } catch (cause) {
    throw pathError(cause, path);
  }
}

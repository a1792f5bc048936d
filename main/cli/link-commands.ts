/** The commands that fetch: `lectern save` and `lectern fetch`. The core runs in this process, until what was asked for has ended. */
import { createClient, type Client } from '../contract/client.ts';
import { AppError } from '../contract/errors.ts';
import type { Link } from '../contract/link-entities.ts';
import type { Core, CoreOptions } from '../core/core.ts';
import { createBriefCore } from './brief-core.ts';
import type { Command } from './command.ts';
import type { Terminal } from './terminal.ts';

type LinkCommand = Extract<Command, { name: 'save' | 'fetch' }>;
type LinkOptions = Pick<CoreOptions, 'collectionDirectory' | 'dataDirectory' | 'version' | 'jobEntry'>;

/** What became of one address. `link` is null for one that was not to be fetched. */
interface Told {
  readonly url: string;
  readonly articleId: string | null;
  readonly title: string;
  readonly state: Link['state'] | 'saved' | 'there' | 'wrong';
  readonly message: string;
}

/** How often to look at links that another process fetches, in milliseconds. */
const lookMs = 500;

/** Throws `AppError` for what cannot be done; links that did not come are one. */
export async function runLinkCommand(command: LinkCommand, options: LinkOptions, terminal: Terminal): Promise<void> {
  const core = createBriefCore(
    { ...options, ...(command.name === 'save' ? { allowPrivate: command.allowPrivate } : {}) },
    terminal,
  );
  try {
    const client = createClient(core.dispatch);
    const told = command.name === 'save' ? await save(command, core, client, terminal) : await fetchAll(core, client);
    await core.settleIndex();
    terminal.out(command.json ? `${JSON.stringify(told, null, 2)}\n` : toldText(told));
    const wrong = told.filter(({ state }) => !['kept', 'saved', 'there'].includes(state)).length;
    if (wrong > 0) throw new AppError('unreachable', `${wrong} of ${told.length} did not come.`);
  } finally {
    await core.close();
  }
}

async function save(
  { urls, tags, shelf, fetch, allowPrivate }: Extract<LinkCommand, { name: 'save' }>,
  core: Core,
  client: Client,
  terminal: Terminal,
): Promise<Told[]> {
  const told: Told[] = [];
  for (const url of urls ?? (await inputLines(terminal))) {
    try {
      const { articleId, title, there, isLink } = await client['links.save']({ url, tags, shelf, fetch, allowPrivate });
      told.push({ url, articleId, title, state: there && !isLink ? 'there' : 'saved', message: '' });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error;
      told.push({ url, articleId: null, title: '', state: 'wrong', message: error.message });
    }
  }
  if (!fetch) return told;
  await untilEnded(core, client, () => underWay(told, client));
  return Promise.all(told.map((one) => withLink(one, client)));
}

async function underWay(told: readonly Told[], client: Client): Promise<boolean> {
  const links = await Promise.all(told.map(({ articleId }) => linkOf(articleId, client)));
  return links.some((link) => link !== null && (link.state === 'queued' || link.state === 'fetching'));
}

async function linkOf(articleId: string | null, client: Client): Promise<Link | null> {
  return articleId === null ? null : (await client['links.get']({ id: articleId })).link;
}

async function withLink(one: Told, client: Client): Promise<Told> {
  const link = one.state === 'saved' ? await linkOf(one.articleId, client) : null;
  return link === null ? one : { ...one, title: link.title, state: link.state, message: messageOf(link) };
}

/** Everything that waits, links alone and pictures that are missing. */
async function fetchAll(core: Core, client: Client): Promise<Told[]> {
  await client['links.fetchMissing']({});
  await client['links.completePictures']({});
  const begun = new Set(await idsUnderWay(client));
  await untilEnded(core, client, async () => {
    const { counts } = await client['links.status']({});
    return counts.queued + counts.fetching > 0;
  });
  const links = await Promise.all([...begun].map((id) => linkOf(id, client)));
  return links
    .filter((link) => link !== null)
    .map((link) => ({
      url: link.url,
      articleId: link.articleId,
      title: link.title,
      state: link.state,
      message: messageOf(link),
    }));
}

async function idsUnderWay(client: Client): Promise<string[]> {
  const states = ['queued', 'fetching', 'waiting'] as const;
  const ids: string[] = [];
  for (;;) {
    const { items } = await client['links.list']({ states: [...states], limit: 200, offset: ids.length });
    ids.push(...items.map(({ articleId }) => articleId));
    if (items.length < 200) return ids;
  }
}

/** What waits for a later time is not waited for, nor is a network that is not there. */
async function untilEnded(core: Core, client: Client, isUnderWay: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const { network, paused } = await client['links.status']({});
    if (network !== 'online' || paused || !(await isUnderWay())) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(go, lookMs);
      const unsubscribe = core.onEvent(({ event }) => {
        if (event === 'links.changed') go();
      });
      function go(): void {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      }
    });
  }
}

async function inputLines(terminal: Terminal): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of terminal.lines()) if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

function messageOf({ state, at, message }: Link): string {
  if (state === 'waiting') return `${message} It will be tried again at ${at}.`;
  return state === 'queued' && message === '' ? 'It stays in the queue until there is a network.' : message;
}

const words: Readonly<Record<Told['state'], string>> = {
  kept: 'Saved',
  saved: 'Saved as a link',
  there: 'There already',
  queued: 'Queued',
  fetching: 'Queued',
  waiting: 'Waits',
  failed: 'Failed',
  refused: 'Refused',
  wrong: 'Wrong',
};

function toldText(told: readonly Told[]): string {
  if (told.length === 0) return 'There was nothing to fetch.\n';
  const lines = told.map(({ state, title, url, message }) =>
    [`${words[state]}: ${title === '' || title === url ? url : `“${title}” (${url})`}`, message]
      .filter(Boolean)
      .join('. '),
  );
  return `${lines.join('\n')}\n`;
}

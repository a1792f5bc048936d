/** The commands that read: search, list, article, related. The core runs in this process and makes no data folder. */
import { createClient, type Client } from '../contract/client.ts';
import type { ArticleSummary } from '../contract/entities.ts';
import type { MethodOutput } from '../contract/methods.ts';
import { AppError } from '../contract/errors.ts';
import { hasLibrary, type CoreOptions } from '../core/core.ts';
import { createBriefCore } from './brief-core.ts';
import type { Command } from './command.ts';
import { articleJson, listJson, relatedJson } from './output/json-shapes.ts';
import { articleText, listText, relatedText } from './output/plain-output.ts';
import { runSearch } from './search-command.ts';
import type { Terminal } from './terminal.ts';

type ReadCommand = Extract<Command, { name: 'search' | 'list' | 'article' | 'related' }>;

type ReadOptions = Pick<CoreOptions, 'collectionDirectory' | 'version' | 'jobEntry'> & {
  readonly dataDirectory: string;
};

/** Throws `AppError` for what cannot be done. */
export async function runReadCommand(command: ReadCommand, options: ReadOptions, terminal: Terminal): Promise<void> {
  const core = createBriefCore(
    { ...options, dataDirectory: hasLibrary(options.dataDirectory) ? options.dataDirectory : null },
    terminal,
  );
  try {
    const client = createClient(core.dispatch);
    if (command.name === 'search' || command.name === 'related') await core.settleIndex();
    if (command.name === 'search') {
      await runSearch(command, client, terminal);
    } else terminal.out(await answer(command, client));
  } finally {
    await core.close();
  }
}

async function answer(command: Exclude<ReadCommand, { name: 'search' }>, client: Client): Promise<string> {
  switch (command.name) {
    case 'list': {
      const items = await listAll(client);
      return command.json ? json(listJson(items)) : listText(items);
    }
    case 'article': {
      const article = await known(command.id, client['articles.get']({ id: command.id }));
      return command.json ? json(articleJson(article)) : articleText(article);
    }
    case 'related': {
      const { items } = await known(command.id, client['articles.related']({ id: command.id, limit: 20 }));
      return command.json ? json(relatedJson(items)) : relatedText(items);
    }
  }
}

/** Tells whoever named an unknown article where the names are. An id may be so wrong that the contract refuses it. */
async function known<Value>(id: string, answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AppError) || !['not-found', 'invalid-input'].includes(error.code)) throw error;
    const message = `There is no article "${id}". \`lectern list\` shows the ids that there are.`;
    throw new AppError('not-found', message, undefined, { cause: error });
  }
}

/** Page by page, so that no single answer is as large as the library. */
async function listAll(client: Client): Promise<ArticleSummary[]> {
  const items: ArticleSummary[] = [];
  let cursor: string | null = null;
  do {
    const page = await listPage(client, cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

function listPage(client: Client, cursor: string | null): Promise<MethodOutput<'articles.list'>> {
  return client['articles.list']({ limit: 1000, ...(cursor === null ? {} : { cursor }) });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

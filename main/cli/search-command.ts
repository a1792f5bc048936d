/** `lectern search`: one query, or those that come in by standard input, each answered by a line of JSON as it comes. */
import type { Client } from '../contract/client.ts';
import { AppError } from '../contract/errors.ts';
import type { Explanation, SearchResult } from '../contract/search-entities.ts';
import type { Command } from './command.ts';
import { searchJson, type SearchJson } from './output/json-shapes.ts';
import { searchText } from './output/plain-output.ts';
import type { Terminal } from './terminal.ts';

type SearchCommand = Extract<Command, { name: 'search' }>;

export async function runSearch(command: SearchCommand, client: Client, terminal: Terminal): Promise<void> {
  if (command.query === null) {
    for await (const line of terminal.lines()) {
      terminal.out(`${JSON.stringify(await answerLine(line, command, client))}\n`);
    }
    return;
  }
  const result = await searchAll(client, command.query, command.limit);
  const explanations = command.explain ? await explainAll(result, command.query, client) : null;
  terminal.out(
    command.json ? `${JSON.stringify(searchJson(result, explanations), null, 2)}\n` : searchText(result, explanations),
  );
}

/** An answer to every line, in order: a query that cannot be answered says why in `error` and stops nothing. */
async function answerLine(
  query: string,
  { limit, explain }: SearchCommand,
  client: Client,
): Promise<{ query: string } & SearchJson & { error?: string }> {
  try {
    const result = await searchAll(client, query, limit);
    return { query, ...searchJson(result, explain ? await explainAll(result, query, client) : null) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { query, total: 0, tookMs: 0, understood: '', hits: [], error: error.message };
  }
}

const pageSize = 100;

/** The first `limit` hits, fetched by the page as the contract wants. */
async function searchAll(client: Client, query: string, limit: number): Promise<SearchResult> {
  const page = (offset: number) => client['search.find']({ query, limit: Math.min(pageSize, limit - offset), offset });
  const result = await page(0);
  while (result.hits.length < Math.min(limit, result.total)) {
    const next = await page(result.hits.length);
    if (next.hits.length === 0) break;
    result.hits.push(...next.hits);
    result.tookMs += next.tookMs;
  }
  return result;
}

/** Parallel to the hits. */
async function explainAll({ hits }: SearchResult, query: string, client: Client): Promise<Explanation[]> {
  const explanations: Explanation[] = [];
  for (const { article } of hits) explanations.push(await client['search.explain']({ id: article.id, query }));
  return explanations;
}

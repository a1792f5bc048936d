/** For the test that kills it: works the queue of a data folder off, and says so when nothing is left to do. */
import { createCore } from '../../core.ts';

const [data = ''] = process.argv.slice(2);
const core = createCore({
  collectionDirectory: `${data}-none`,
  dataDirectory: data,
  version: '1',
  allowPrivate: true,
  now: () => new Date(),
  report: () => undefined,
});
core.onEvent(({ event }) => {
  if (event === 'links.changed') void look();
});
await look();

async function look(): Promise<void> {
  const reply = await core.dispatch('links.status', {});
  if (!reply.ok) return;
  const { counts } = reply.value as { counts: Record<string, number> }; // parsed by the dispatcher
  if ((counts['queued'] ?? 0) + (counts['fetching'] ?? 0) > 0) return;
  process.stdout.write('done\n');
}

/** For the test that kills it: follows a feed and says so when some of it is taken. */
import { createCore } from '../../core.ts';

const [data = '', url = ''] = process.argv.slice(2);
const core = createCore({
  collectionDirectory: `${data}-none`,
  dataDirectory: data,
  version: '1',
  isBrief: true,
  now: () => new Date('2026-11-27T08:00:00.000Z'),
  allowPrivate: true,
  report: () => undefined,
});
setInterval(() => {
  void core.dispatch('feeds.items', { scope: {}, offset: 0, limit: 1 }).then((reply) => {
    if (reply.ok && (reply.value as { total: number }).total > 40) process.stdout.write('some\n');
  });
}, 5);
await core.dispatch('feeds.subscribe', { url });
await core.settleFeeds();

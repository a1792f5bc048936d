/** For the test that kills it: goes online, and has what waits of a data folder fetched. */
import { createCore } from '../../core.ts';

const [data = ''] = process.argv.slice(2);
const core = createCore({
  collectionDirectory: `${data}-none`,
  dataDirectory: data,
  version: '1',
  isBrief: true,
  now: () => new Date('2026-11-27T08:00:00.000Z'),
  allowPrivate: true,
  report: () => undefined,
});
await core.dispatch('settings.set', { network: 'online' });
await core.dispatch('network.online', {});
setInterval(() => undefined, 1000);

/** For the test that kills it: imports a file and says so when some of it is saved. */
import { createCore } from '../../core.ts';

const [data = '', path = ''] = process.argv.slice(2);
const core = createCore({
  collectionDirectory: `${data}-none`,
  dataDirectory: data,
  version: '1',
  isBrief: true,
  now: () => new Date(),
  report: () => undefined,
});
setInterval(() => {
  void core.dispatch('library.counts', {}).then((reply) => {
    if (reply.ok && (reply.value as { inbox: number }).inbox > 500) process.stdout.write('some\n');
  });
}, 5);
await core.importFiles([path], { dryRun: false, keepOriginals: false, progress: () => undefined });

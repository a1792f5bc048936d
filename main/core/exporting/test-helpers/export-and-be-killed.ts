/**
 * A process that exports a library, to be killed in the middle of it: `node … FORMAT DATA TARGET`. Without a target it does so
 * as a window orders it, and the file waits to be taken.
 */
import type { ExportFormat } from '../../../contract/export-formats.ts';
import { createClient } from '../../../contract/client.ts';
import { createCore } from '../../core.ts';

const [format = 'all', dataDirectory = '', target = ''] = process.argv.slice(2);
const core = createCore({
  collectionDirectory: `${dataDirectory}-none`,
  dataDirectory,
  version: '1',
  isBrief: true,
  now: () => new Date('2026-11-27T08:00:00Z'),
  report: () => undefined,
});
const selection = { everything: true } as const;
process.stdout.write('begun\n');
if (target !== '')
  await core.exportFiles({ format: format as ExportFormat, selection }, target); // the test's own word
else {
  const client = createClient(core.dispatch);
  await client['exports.start']({ format: format as ExportFormat, selection });
  while ((await client['exports.list']({})).items.some(({ state }) => state === 'running'))
    await new Promise((resolve) => setTimeout(resolve, 5));
}
await core.close();

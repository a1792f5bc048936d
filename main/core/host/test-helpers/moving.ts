/** A program that moves the first library of a list to another disk, and is killed by the test in the midst of it. */
import { openLibraryRegister } from '../library-register.ts';
import { moveLibrary } from '../move-library.ts';

const [config = '', directory = '', to = ''] = process.argv.slice(2);

process.stdout.write('moving\n');
await moveLibrary({
  register: openLibraryRegister(config, directory),
  id: 'first',
  to,
  signal: new AbortController().signal,
  progress: () => undefined,
  stopCore: () => Promise.resolve(),
  rename: () => {
    throw Object.assign(new Error('EXDEV: another disk'), { code: 'EXDEV' });
  },
});
process.stdout.write('moved\n');

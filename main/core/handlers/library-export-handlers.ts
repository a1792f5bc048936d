/** The library on its way out, as the window asks for it. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Exports } from '../exporting/exports.ts';

type LibraryExportHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `exports.${string}`>>;

export function createLibraryExportHandlers(exports: Exports): LibraryExportHandlers {
  return {
    'exports.preview': ({ format, selection }) => exports.preview(format, selection),
    'exports.start': ({ format, selection }) => exports.start(format, selection),
    'exports.list': () => ({ items: exports.list() }),
    'exports.cancel': ({ id }) => exports.cancel(id),
    'exports.forget': ({ id }) => {
      exports.forget(id);
      return {};
    },
  };
}

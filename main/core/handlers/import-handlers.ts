/** Imports, as the window asks for them: files come by the names of their uploads. */
import type { CoreHandlers } from '../../contract/methods.ts';
import { AppError } from '../../contract/errors.ts';
import type { Imports } from '../importing/imports-port.ts';
import { uploadedFile } from '../web/uploads.ts';

type ImportHandlers = Pick<
  CoreHandlers,
  | 'imports.preview'
  | 'imports.start'
  | 'imports.cancel'
  | 'imports.undo'
  | 'imports.retry'
  | 'imports.list'
  | 'imports.get'
  | 'imports.rows'
  | 'imports.csv'
>;

interface ImportPorts {
  readonly imports: Imports;
  readonly dataDirectory: string;
}

const pageSize = 50;

export function createImportHandlers({ imports, dataDirectory }: ImportPorts): ImportHandlers {
  return {
    'imports.preview': ({ files, keepOriginals = false }) => {
      const entries = files.map(({ upload, name }) => {
        const path = uploadedFile(dataDirectory, upload);
        if (path === null) throw new AppError('not-found', `${name} is not here any more. Give it again.`);
        return { path, upload, name: plainName(name) };
      });
      return imports.preview(entries, keepOriginals);
    },
    'imports.start': ({ id, keepOriginals }) => imports.start(id, keepOriginals),
    'imports.cancel': ({ id }) => imports.cancel(id),
    'imports.undo': ({ id }) => imports.undo(id),
    'imports.retry': ({ id }) => imports.retry(id),
    'imports.list': () => ({ items: imports.list() }),
    'imports.get': ({ id }) => imports.get(id),
    'imports.rows': ({ id, outcome, limit = pageSize, offset = 0 }) => imports.rows(id, outcome ?? null, limit, offset),
    'imports.csv': ({ id }) => imports.csv(id),
  };
}

/** Parted by slashes, relative, and without steps up: a name to show and to find neighbours by, never a path. */
function plainName(name: string): string {
  const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') || 'file';
}

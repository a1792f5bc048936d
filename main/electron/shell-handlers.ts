/**
 * What only a desktop can do for the window: open a page elsewhere, open a file of the collection, save a PDF, ask for a
 * folder. The
 * window names an address, an asset or a title; it never names a path, and cannot choose what kind of file is opened.
 */
import { mkdtempSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Shell,
} from 'electron';
import { AppError } from '../contract/errors.ts';
import type { ShellHandlers } from '../contract/methods.ts';
import type { Assets } from '../core/collection/assets.ts';
import { safeFileName } from './file-name.ts';

interface PrintableWindow {
  readonly webContents: { printToPDF(options: object): Promise<Uint8Array> };
}

export interface ShellPorts<Window extends PrintableWindow> {
  readonly shell: Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;
  readonly dialog: {
    showSaveDialog(
      window: Window,
      options: SaveDialogOptions,
    ): Promise<Pick<SaveDialogReturnValue, 'canceled' | 'filePath'>>;
    showOpenDialog(
      window: Window,
      options: OpenDialogOptions,
    ): Promise<Pick<OpenDialogReturnValue, 'canceled' | 'filePaths'>>;
  };
  readonly window: () => Window | null;
  readonly assets: () => Assets;
  readonly documents: () => string;
  readonly temporary: () => string;
  /** Takes a chosen folder among the places for libraries; answers the place's id. */
  readonly offer: (directory: string) => string;
}

/** Kinds that show something and run nothing. Any other file is shown in its folder, not opened. */
const openable = new Set([
  ...['.pdf', '.epub', '.txt', '.md', '.csv', '.json', '.rtf', '.odt', '.ods', '.odp', '.zip'],
  ...['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.mp3', '.ogg', '.flac', '.mp4', '.webm'],
]);

const pdfOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

export function createShellHandlers<Window extends PrintableWindow>(ports: ShellPorts<Window>): ShellHandlers {
  return {
    'shell.openExternal': async ({ url }) => {
      await ports.shell.openExternal(externalAddress(url));
      return { opened: true };
    },
    'shell.openDownload': async ({ asset, name }) => {
      await openDownload(ports, asset, name);
      return { opened: true };
    },
    'shell.savePdf': async ({ name }) => ({ saved: await savePdf(ports, name) }),
    'shell.chooseFolder': async () => ({ place: await chooseFolder(ports) }),
  };
}

/** The address as it is handed to the system: only what a browser or a mail program opens. */
function externalAddress(address: string): string {
  const url = URL.parse(address);
  if (url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol)) return url.href;
  throw new AppError('forbidden', 'Only web pages and mail addresses are opened outside of Lectern.');
}

async function openDownload<Window extends PrintableWindow>(
  { shell, assets, temporary }: ShellPorts<Window>,
  asset: string,
  name: string,
): Promise<void> {
  const found = assets().resolve(asset);
  if (found === null) throw new AppError('not-found', 'The collection has no such file.', { asset });
  const ending = extname(asset).toLowerCase();
  const path = join(mkdtempSync(join(temporary(), 'lectern-')), safeFileName(name, ending));
  await copyFile(found.path, path);
  const problem = openable.has(ending) ? await shell.openPath(path) : 'not a document';
  // No program for it, or none that should be started: the reader decides, in the folder.
  if (problem !== '') shell.showItemInFolder(path);
}

async function chooseFolder<Window extends PrintableWindow>(ports: ShellPorts<Window>): Promise<string | null> {
  const window = ports.window();
  if (window === null) throw new AppError('not-found', 'There is no window to ask in. Open one and try again.');
  const { canceled, filePaths } = await ports.dialog.showOpenDialog(window, {
    defaultPath: ports.documents(),
    properties: ['openDirectory', 'createDirectory'],
  });
  const [directory] = filePaths;
  return canceled || directory === undefined ? null : ports.offer(directory);
}

async function savePdf<Window extends PrintableWindow>(ports: ShellPorts<Window>, name: string): Promise<boolean> {
  const window = ports.window();
  if (window === null) throw new AppError('not-found', 'There is no window to save. Open one and try again.');
  const { canceled, filePath } = await ports.dialog.showSaveDialog(window, {
    defaultPath: join(ports.documents(), safeFileName(name, '.pdf')),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return false;
  const bytes = await window.webContents.printToPDF(pdfOptions);
  try {
    await writeFile(filePath, bytes);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw new AppError(
      'store-unavailable',
      `The PDF could not be written there${code}. Choose another folder.`,
      undefined,
      { cause },
    );
  }
  return true;
}

/** Entry of the desktop app: hands Electron to the shell. Nothing is decided here. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { chooseLibrary, libraryRegister } from '../core/host/choose-library.ts';
import { placesOf } from '../core/web/places.ts';
import { startDesktop } from './desktop.ts';

const { LECTERN_DATA: data, LECTERN_COLLECTION: collection, LECTERN_BACKUPS: backups } = process.env;
const places = placesOf(import.meta.filename);
const home = homedir();

async function start(): Promise<void> {
  const register = libraryRegister({ env: process.env, platform: process.platform, home });
  const library = chooseLibrary(register, null, process.env);
  await startDesktop<Menu, BrowserWindow>(
    { app, BrowserWindow, dialog, ipcMain, menu: Menu, nativeTheme, protocol, screen, session, shell, utilityProcess },
    {
      places,
      platform: process.platform,
      args: process.argv.slice(1),
      register,
      library: { ...library, directory: resolve(library.directory) },
      home,
      backupDirectory: backups === undefined ? null : resolve(backups),
      collectionDirectory: collection === undefined ? places.collectionDirectory : resolve(collection),
      // A library of its own gets an instance of its own.
      userDataDirectory: data === undefined ? null : join(resolve(data), 'desktop'),
      report: (message) => {
        console.error(`lectern: ${message}`);
      },
    },
  );
}

start().catch((error: unknown) => {
  dialog.showErrorBox('Lectern cannot start', error instanceof Error ? error.message : String(error));
  app.exit(1);
});

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
import { defaultDataDirectory } from '../core/data-directory.ts';
import { placesOf } from '../core/web/places.ts';
import { startDesktop } from './desktop.ts';

const { LECTERN_DATA: data, LECTERN_COLLECTION: collection } = process.env;
const places = placesOf(import.meta.filename);

startDesktop<Menu, BrowserWindow>(
  { app, BrowserWindow, dialog, ipcMain, menu: Menu, nativeTheme, protocol, screen, session, shell, utilityProcess },
  {
    places,
    platform: process.platform,
    args: process.argv.slice(1),
    dataDirectory: resolve(defaultDataDirectory(process.env, process.platform, homedir())),
    collectionDirectory: collection === undefined ? places.collectionDirectory : resolve(collection),
    // A library of its own gets an instance of its own.
    userDataDirectory: data === undefined ? null : join(resolve(data), 'desktop'),
    report: (message) => {
      console.error(`lectern: ${message}`);
    },
  },
).catch((error: unknown) => {
  dialog.showErrorBox('Lectern cannot start', error instanceof Error ? error.message : String(error));
  app.exit(1);
});

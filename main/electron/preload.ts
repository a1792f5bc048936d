/** Runs in the window's sandbox before the page: lays the bridge. Requires `electron` and nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import { createBridge } from './bridge.ts';

contextBridge.exposeInMainWorld('lectern', createBridge(ipcRenderer, process.platform));

/**
 * Packs the app as electron-builder does, around a stand-in for Electron: a folder with a `version` file and something
 * by the name of its executable. What depends on a real binary (fuses, Windows resources) is left out.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

export type Target = 'linux-x64' | 'linux-arm64' | 'win32-x64';

export type BuilderConfiguration = Readonly<Record<string, unknown>>;

export function readConfiguration(root: string): BuilderConfiguration {
  return parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as BuilderConfiguration; // a mapping
}

/** The folder that holds app.asar. */
export function pack(root: string, target: Target, out: string): string {
  const [platform = '', arch = ''] = target.split('-');
  const isWindows = platform === 'win32';
  const electronDist = join(out, 'electron');
  mkdirSync(join(electronDist, 'locales'), { recursive: true });
  writeFileSync(join(electronDist, 'version'), electronVersion(root));
  writeFileSync(join(electronDist, 'locales', 'en-US.pak'), '');
  writeFileSync(join(electronDist, isWindows ? 'electron.exe' : 'electron'), '#!/bin/sh\n', { mode: 0o755 });

  const { electronFuses: _, win, directories, ...rest } = readConfiguration(root);
  const configuration = {
    ...rest,
    electronDist,
    disableAsarIntegrity: true,
    directories: { ...(directories as object), output: join(out, 'packed') }, // mappings, both
    win: { ...(win as object), signAndEditExecutable: false },
  };
  const file = join(out, 'electron-builder.yml');
  writeFileSync(file, stringify(configuration));

  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const args = [isWindows ? '--win' : '--linux', 'dir', `--${arch}`, '--publish', 'never', '--config', file];
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}\n${stderr}`);
  const folder = isWindows ? 'win-unpacked' : `linux${arch === 'x64' ? '' : `-${arch}`}-unpacked`;
  return join(out, 'packed', folder, 'resources');
}

function electronVersion(root: string): string {
  const text = readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version; // as every package.json
}

/** Where the reader's own things live unless told otherwise: one place for every shell, so that both show one library. */
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of what Lectern itself must know before it opens a library. It is not made here. `LECTERN_CONFIG` overrides all. */
export function configDirectory(env: Environment, platform: string, home: string): string {
  const override = env['LECTERN_CONFIG'];
  if (override !== undefined && override !== '') return override;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lectern');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern');
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'lectern');
}

/** The folder by the habits of `platform`. It is not made here. `LECTERN_DATA` overrides all. */
export function defaultDataDirectory(env: Environment, platform: string, home: string): string {
  const override = env['LECTERN_DATA'];
  if (override !== undefined && override !== '') return override;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lectern', 'library');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern', 'library');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'lectern');
}

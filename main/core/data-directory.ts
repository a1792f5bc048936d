/** Where the reader's own things live unless told otherwise: one place for every shell, so that both show one library. */
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder by the habits of `platform`. It is not made here. `LECTERN_DATA` overrides all. */
export function defaultDataDirectory(env: Environment, platform: string, home: string): string {
  const override = env['LECTERN_DATA'];
  if (override !== undefined && override !== '') return override;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lectern', 'library');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern', 'library');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'lectern');
}

import { describe, expect, it } from 'vitest';
import { defaultDataDirectory } from './data-directory.ts';

describe('defaultDataDirectory', () => {
  it('follows the habits of each platform and lets LECTERN_DATA override them', () => {
    expect(defaultDataDirectory({}, 'linux', '/home/ada')).toBe('/home/ada/.local/share/lectern');
    expect(defaultDataDirectory({ XDG_DATA_HOME: '/data' }, 'linux', '/home/ada')).toBe('/data/lectern');
    expect(defaultDataDirectory({}, 'darwin', '/Users/ada')).toBe(
      '/Users/ada/Library/Application Support/Lectern/library',
    );
    expect(defaultDataDirectory({ APPDATA: '/roaming' }, 'win32', '/Users/ada')).toBe('/roaming/Lectern/library');
    expect(defaultDataDirectory({ LECTERN_DATA: '/stick' }, 'win32', '/Users/ada')).toBe('/stick');
  });
});

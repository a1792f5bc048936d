import { expect, it } from 'vitest';
import { desktopObstacle } from './desktop-obstacle.ts';

it('knows when no desktop app can open, and says what to do', () => {
  expect(desktopObstacle('linux', {}, 1000)).toContain('desktop session');
  expect(desktopObstacle('linux', { DISPLAY: ':0' }, 0)).toContain('another user');
  expect(desktopObstacle('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull();
  expect(desktopObstacle('darwin', {}, 501)).toBeNull();
  expect(desktopObstacle('win32', {}, null)).toBeNull();
});

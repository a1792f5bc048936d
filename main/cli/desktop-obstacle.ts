/** Why a desktop app could not open here whatever binary there were: known before anything is fetched. */

type Environment = Readonly<Record<string, string | undefined>>;

/** A sentence that says what to do, or null. */
export function desktopObstacle(platform: string, env: Environment, userId: number | null): string | null {
  if (platform !== 'linux') return null;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    return 'There is no screen here for the desktop app: start it inside a desktop session.';
  }
  if (userId === 0) {
    return 'The desktop app keeps its sandbox, and so does not run as root: start it as another user.';
  }
  return null;
}

/**
 * The desktop's menu, as a template: pure. Its commands are those of the contract, run by the window; its keys are the
 * reader's, shown but not taken, for the window hears them itself.
 */
import type { MenuItemConstructorOptions } from 'electron';
import { commands, type Command, type CommandId } from '../contract/commands.ts';

export interface MenuOptions {
  readonly platform: string;
  /** Command id to key, where the reader has changed it. */
  readonly keys: Readonly<Record<string, string>>;
  readonly run: (command: CommandId) => void;
  readonly savePdf: () => void;
}

export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform } = options;
  const isMac = platform === 'darwin';
  const command = (id: CommandId) => commandItem(id, options);
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [appMenu(command('go.settings'))] : []),
    {
      label: '&File',
      submenu: [
        command('library.import'),
        line,
        { label: 'Save as PDF…', click: options.savePdf },
        command('story.print'),
        ...(isMac ? [line, role('close')] : [line, command('go.settings'), line, role('quit')]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        ...[role('undo'), role('redo'), line, role('cut'), role('copy'), role('paste'), role('selectAll')],
        ...[line, command('find.here'), command('search.open'), command('story.copyLink')],
      ],
    },
    {
      label: '&View',
      submenu: [
        ...[command('palette.open'), command('panes.fold'), command('theme.next'), command('story.typography')],
        ...[line, role('resetZoom'), role('zoomIn'), role('zoomOut'), line, role('togglefullscreen')],
      ],
    },
    {
      label: '&Go',
      submenu: [
        ...[command('go.back'), command('go.forward'), line],
        ...[
          command('go.home'),
          command('go.library'),
          command('go.bookmarks'),
          command('go.downloads'),
          command('go.jobs'),
        ],
      ],
    },
    {
      label: '&Story',
      submenu: [
        ...[command('story.next'), command('story.previous'), line],
        ...[command('story.bookmark'), command('story.recommend'), line],
        ...[command('story.nextPlace'), command('story.previousPlace')],
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [command('help.keys'), ...(isMac ? [] : [role('about')])] },
  ];
}

function appMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return {
    role: 'appMenu',
    submenu: [
      ...[role('about'), line, settings, line, role('services'), line],
      ...[role('hide'), role('hideOthers'), role('unhide'), line, role('quit')],
    ],
  };
}

function role(name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions {
  return { role: name };
}

function commandItem(id: CommandId, { keys, run }: MenuOptions): MenuItemConstructorOptions {
  const command: Command = commands[id];
  const own = keys[id];
  const candidates = own === undefined ? command.keys : [own];
  const accelerator = candidates.map(acceleratorOf).find((found) => found !== null);
  const item: MenuItemConstructorOptions = {
    id,
    label: command.title,
    click: () => {
      run(id);
    },
  };
  return accelerator === undefined ? item : { ...item, accelerator, registerAccelerator: false };
}

/**
 * A key of the contract in Electron's words; null for what no menu can show: a sequence, or a letter alone, which a
 * menu would take away from whoever types it.
 */
export function acceleratorOf(key: string): string | null {
  const parts = /^((?:(?:Mod|Alt|Shift)\+)+)(\S|Arrow(?:Left|Right|Up|Down)|Enter|F\d{1,2})$/.exec(key);
  const [, modifiers = '', last = ''] = parts ?? [];
  if (!/Mod|Alt/.test(modifiers)) return null;
  const name = last.startsWith('Arrow') ? last.slice('Arrow'.length) : last.toUpperCase();
  return `${modifiers.replace('Mod', 'CommandOrControl')}${name === 'ENTER' ? 'Enter' : name}`;
}

import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { isCommandId } from '../contract/commands.ts';
import { acceleratorOf, menuTemplate, type MenuOptions } from './menu.ts';

function template(options: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] {
  return menuTemplate({ platform: 'linux', keys: {}, run: () => undefined, savePdf: () => undefined, ...options });
}

function items(menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

/** The menu as one reads it. */
function outline(menu: MenuItemConstructorOptions[]): string {
  const line = (item: MenuItemConstructorOptions, indent: string): string => {
    const name = item.type === 'separator' ? '—' : (item.label ?? item.role ?? '');
    const key = item.accelerator === undefined ? '' : `  ${item.accelerator}`;
    const below = Array.isArray(item.submenu) ? item.submenu.map((sub) => line(sub, `${indent}  `)) : [];
    return [`${indent}${name}${key}`, ...below].join('\n');
  };
  return menu.map((item) => line(item, '')).join('\n');
}

describe('the menu', () => {
  it('reads like this on Linux and Windows', () => {
    expect(outline(template())).toMatchSnapshot();
    expect(outline(template({ platform: 'win32' }))).toBe(outline(template()));
  });

  it('reads like this on macOS', () => {
    expect(outline(template({ platform: 'darwin' }))).toMatchSnapshot();
  });

  it('runs the commands of the contract, each by its own item', () => {
    const run: string[] = [];
    const withIds = items(template({ run: (id) => run.push(id) })).filter((item) => item.id !== undefined);
    for (const item of withIds) (item.click as () => void)(); // ours take no argument
    expect(run).toEqual(withIds.map((item) => item.id));
    expect(run.every(isCommandId)).toBe(true);
    expect(new Set(run).size).toBe(run.length);
  });

  it('shows keys and takes none, so that the window hears them', () => {
    for (const item of items(template())) {
      if (item.accelerator !== undefined) expect(item.registerAccelerator).toBe(false);
    }
  });

  it('shows the key that the reader chose', () => {
    const item = items(template({ keys: { 'search.open': 'Alt+s', 'palette.open': '' } }));
    expect(item.find(({ id }) => id === 'search.open')?.accelerator).toBe('Alt+S');
    expect(item.find(({ id }) => id === 'palette.open')).not.toHaveProperty('accelerator');
  });
});

describe('keys', () => {
  it.each([
    ['Mod+k', 'CommandOrControl+K'],
    ['Mod+,', 'CommandOrControl+,'],
    ['Alt+ArrowLeft', 'Alt+Left'],
    ['Mod+Shift+p', 'CommandOrControl+Shift+P'],
    ['Mod+Enter', 'CommandOrControl+Enter'],
    ['Mod+F5', 'CommandOrControl+F5'],
    ['b', null],
    ['?', null],
    ['Shift+D', null],
    ['g h', null],
    ['Mod+', null],
    ['', null],
  ])('%s is %s to a menu', (key, accelerator) => {
    expect(acceleratorOf(key)).toBe(accelerator);
  });
});

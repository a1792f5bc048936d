/**
 * Keys, as data. A chord is written `Mod+Shift+k`, a sequence `g h`; `Mod` is Ctrl, on a Mac Command. A letter's case is
 * said by `Shift`; for any other printable sign the sign itself is enough.
 */
import { commands, isCommandId, type CommandId } from '../../main/contract/commands.ts';

/** The part of a KeyboardEvent that matters here. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']);
const order = ['Ctrl', 'Meta', 'Mod', 'Alt', 'Shift'];

/** Null for a modifier pressed by itself. */
export function chordOf(press: Press, isMac: boolean): string | null {
  if (modifierKeys.has(press.key) || press.key === '') return null;
  const modifiers = [
    ...(press.ctrlKey ? [isMac ? 'Ctrl' : 'Mod'] : []),
    ...(press.metaKey ? [isMac ? 'Mod' : 'Meta'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
  ];
  return canonicalChord([...modifiers, press.key === ' ' ? 'Space' : press.key].join('+'));
}

/** One spelling for each key, whatever way it was written. */
export function canonicalKeys(keys: string): string {
  return keys.trim().split(/\s+/).map(canonicalChord).join(' ');
}

function canonicalChord(chord: string): string {
  const plus = chord.endsWith('++') || chord === '+';
  const parts = (plus ? chord.slice(0, -1) : chord).split('+').filter((part) => part !== '');
  const key = plus ? '+' : (parts.pop() ?? '');
  const isLetter = /^\p{L}$/u.test(key);
  const upper = isLetter && key !== key.toLowerCase();
  const shifts = (parts.includes('Shift') && (isLetter || key.length > 1)) || (upper && !parts.includes('Mod'));
  const modifiers = order.filter((name) => (name === 'Shift' ? shifts : parts.includes(name)));
  return [...modifiers, isLetter ? key.toLowerCase() : key].join('+');
}

/** The keys of a command: the reader's, or by default the contract's. Empty if it has none. */
export function keysOf(command: CommandId, changed: Readonly<Record<string, string>>): readonly string[] {
  const own = changed[command];
  if (own === undefined) return commands[command].keys;
  return own === '' ? [] : [own];
}

/** Who else already listens to `keys`, or to something of which they are the beginning. */
export function commandsOnKeys(
  keys: string,
  changed: Readonly<Record<string, string>>,
  except: CommandId,
): readonly CommandId[] {
  const wanted = canonicalKeys(keys);
  return commandIds().filter(
    (id) => id !== except && keysOf(id, changed).some((own) => clash(canonicalKeys(own), wanted)),
  );
}

function clash(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

export function commandIds(): readonly CommandId[] {
  return Object.keys(commands).filter(isCommandId);
}

const macNames: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃' };
const names: Record<string, string> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** One text for each key cap: `Mod+k` is ["Ctrl", "K"]. */
export function keyCaps(keys: string, isMac: boolean): readonly string[] {
  return canonicalKeys(keys)
    .split(' ')
    .flatMap((chord) => chord.split(/\+(?!$)/))
    .map(
      (part) => (isMac ? macNames[part] : undefined) ?? names[part] ?? (part.length === 1 ? part.toUpperCase() : part),
    );
}

/** Whether a chord is part of writing or of working a control, so that commands must leave it alone there. */
export function restsIn(chord: string, place: 'text' | 'long-text' | 'control' | 'nowhere'): boolean {
  if (place.endsWith('text') && /^Mod\+(Shift\+)?[acvxyz]$/.test(chord)) return true;
  if (place.endsWith('text') && /^Alt\+(Shift\+)?(Arrow(Up|Down)|Home|End)$/.test(chord)) return true;
  if (place === 'nowhere' || /^(Ctrl|Meta|Mod|Alt)\+/.test(chord)) return false;
  const moves = /^(Shift\+)?(Arrow|Page|Home|End|Enter|Tab|Backspace|Delete)/.test(chord);
  if (place === 'control') return moves || chord === 'Space';
  if (place === 'long-text') return true;
  return !/^(Arrow(Up|Down)|Enter|Escape|F\d+)$/.test(chord);
}

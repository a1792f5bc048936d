import { describe, expect, it } from 'vitest';
import { canonicalKeys, chordOf, commandIds, commandsOnKeys, keyCaps, keysOf, restsIn } from './keys.ts';
import { KeyMatcher } from './key-matcher.ts';

function press(key: string, ...held: ('ctrl' | 'meta' | 'alt' | 'shift')[]): Parameters<typeof chordOf>[0] {
  return {
    key,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
  };
}

describe('a chord', () => {
  it.each([
    [press('k', 'ctrl'), 'Mod+k'],
    [press('D', 'shift'), 'Shift+d'],
    [press('d'), 'd'],
    [press('?', 'shift'), '?'],
    [press('[', 'alt', 'ctrl'), 'Mod+Alt+['],
    [press(' '), 'Space'],
    [press(' ', 'shift'), 'Shift+Space'],
    [press('ArrowLeft', 'alt'), 'Alt+ArrowLeft'],
    [press('+', 'ctrl'), 'Mod++'],
    [press('+'), '+'],
    [press('Д', 'shift'), 'Shift+д'],
    [press('k', 'meta'), 'Meta+k'],
    [press('Shift', 'shift'), null],
  ])('is told from what is pressed (%#)', (pressed, chord) => {
    expect(chordOf(pressed, false)).toBe(chord);
  });

  it('takes Command for Mod on a Mac, and leaves Control alone there', () => {
    expect(chordOf(press('k', 'meta'), true)).toBe('Mod+k');
    expect(chordOf(press('k', 'ctrl'), true)).toBe('Ctrl+k');
  });

  it('is the same however it was written', () => {
    expect(canonicalKeys('Shift+D')).toBe('Shift+d');
    expect(canonicalKeys('D')).toBe('Shift+d');
    expect(canonicalKeys('Shift+Mod+K')).toBe('Mod+Shift+k');
    expect(canonicalKeys(' g   h ')).toBe('g h');
    expect(canonicalKeys('Shift+?')).toBe('?');
  });
});

describe('the contract’s keys', () => {
  it('are no two commands’ at once, outside the lists', () => {
    const clashes = commandIds().flatMap((id) =>
      keysOf(id, {}).flatMap((keys) => commandsOnKeys(keys, {}, id).map((other) => `${id} and ${other} on ${keys}`)),
    );
    expect(clashes).toEqual([]);
  });
});

describe('keys the reader changed', () => {
  it('stand in the place of the contract’s; an empty one takes the key away', () => {
    expect(keysOf('search.open', {})).toEqual(['/']);
    expect(keysOf('search.open', { 'search.open': 's' })).toEqual(['s']);
    expect(keysOf('search.open', { 'search.open': '' })).toEqual([]);
  });

  it('are in the way of others, also as the beginning of a sequence', () => {
    expect(commandsOnKeys('b', {}, 'go.home')).toEqual(['story.bookmark']);
    expect(commandsOnKeys('g', {}, 'story.bookmark')).toEqual([
      'go.home',
      'go.library',
      'go.bookmarks',
      'go.feeds',
      'go.downloads',
      'go.jobs',
      'library.import',
      'links.save',
      'go.links',
    ]);
    expect(commandsOnKeys('b', { 'story.bookmark': '' }, 'go.home')).toEqual([]);
  });
});

describe('key caps', () => {
  it('say what is engraved on the keys of each system', () => {
    expect(keyCaps('Mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('Mod+k', true)).toEqual(['⌘', 'K']);
    expect(keyCaps('g h', false)).toEqual(['G', 'H']);
    expect(keyCaps('Alt+ArrowLeft', false)).toEqual(['Alt', '←']);
    expect(keyCaps('+', false)).toEqual(['+']);
    expect(keyCaps('Mod++', false)).toEqual(['Ctrl', '+']);
  });
});

describe('while one types', () => {
  it('letters and spaces belong to the text, chords with a modifier do not', () => {
    expect(['b', 'Shift+d', '?', 'Space', 'ArrowLeft', 'Home'].map((chord) => restsIn(chord, 'text'))).not.toContain(
      false,
    );
    expect(['Mod+k', 'Alt+ArrowLeft', 'ArrowDown', 'Enter', 'F5'].map((chord) => restsIn(chord, 'text'))).not.toContain(
      true,
    );
  });

  it('a text of many lines keeps its arrows and line ends too', () => {
    expect(['ArrowDown', 'Enter', 'b'].map((chord) => restsIn(chord, 'long-text'))).toEqual([true, true, true]);
    expect(restsIn('Mod+k', 'long-text')).toBe(false);
  });

  it('a field takes back and selects its own text', () => {
    expect(['Mod+z', 'Mod+a', 'Mod+Shift+z'].map((chord) => restsIn(chord, 'text'))).toEqual([true, true, true]);
    expect(restsIn('Mod+z', 'control')).toBe(false);
  });

  it('a field keeps the keys that go through its suggestions and its lines', () => {
    expect(['Alt+ArrowDown', 'Alt+Home'].map((chord) => restsIn(chord, 'text'))).toEqual([true, true]);
    expect(restsIn('Alt+ArrowDown', 'control')).toBe(false);
  });

  it('a button keeps Space and Enter, and lets letters go', () => {
    expect(['Space', 'Enter', 'ArrowUp', 'b'].map((chord) => restsIn(chord, 'control'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(restsIn('Space', 'nowhere')).toBe(false);
  });
});

describe('a sequence of keys', () => {
  it('is a command once it is complete', () => {
    const matcher = new KeyMatcher();
    expect(matcher.press('g', 1000, {})).toEqual({ commands: [], waits: true });
    expect(matcher.press('h', 1500, {})).toEqual({ commands: ['go.home'], waits: false });
  });

  it('is forgotten after a moment, and by a key that does not go on with it', () => {
    const matcher = new KeyMatcher();
    matcher.press('g', 1000, {});
    expect(matcher.press('b', 9000, {}).commands).toEqual(['story.bookmark']);
    matcher.press('g', 10_000, {});
    expect(matcher.press('k', 10_100, {}).commands).toEqual(['story.previous']);
    expect(matcher.press('h', 10_200, {})).toEqual({ commands: [], waits: false });
  });

  it('begins anew when its first key is pressed twice', () => {
    const matcher = new KeyMatcher();
    matcher.press('g', 1000, {});
    matcher.press('g', 1100, {});
    expect(matcher.press('b', 1200, {}).commands).toEqual(['go.bookmarks']);
  });

  it('follows the reader’s own keys', () => {
    const matcher = new KeyMatcher();
    const changed = { 'go.home': 'q y', 'story.bookmark': '' };
    expect(matcher.press('q', 0, changed).waits).toBe(true);
    expect(matcher.press('y', 10, changed).commands).toEqual(['go.home']);
    expect(matcher.press('b', 20, changed).commands).toEqual([]);
  });
});

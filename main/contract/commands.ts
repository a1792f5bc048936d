/**
 * Commands: what a key, the palette and the desktop's menu can ask of the window. Here so that the menu and the renderer
 * name the same ones. Keys are `KeyboardEvent.key` names; `Mod` is Ctrl, on macOS Command. Single letters rest while one
 * types.
 */
export interface Command {
  readonly title: string;
  readonly group: 'reading' | 'anywhere' | 'list';
  /** The first is shown; empty if there is no key by default. */
  readonly keys: readonly string[];
}

export const commands = {
  'go.home': { title: 'Home', group: 'anywhere', keys: ['g h'] },
  'go.library': { title: 'Library', group: 'anywhere', keys: ['g l'] },
  'go.bookmarks': { title: 'Bookmarks', group: 'anywhere', keys: ['g b'] },
  'go.feeds': { title: 'Feeds', group: 'anywhere', keys: ['g f'] },
  'go.downloads': { title: 'Downloads', group: 'anywhere', keys: ['g d'] },
  'go.jobs': { title: 'Jobs', group: 'anywhere', keys: ['g j'] },
  'go.storage': { title: 'Storage', group: 'anywhere', keys: [] },
  'go.settings': { title: 'Settings', group: 'anywhere', keys: ['Mod+,'] },
  'go.back': { title: 'Back', group: 'anywhere', keys: ['Alt+ArrowLeft'] },
  'go.forward': { title: 'Forward', group: 'anywhere', keys: ['Alt+ArrowRight'] },
  'library.import': { title: 'Bring articles in', group: 'anywhere', keys: ['g i'] },
  'library.undo': { title: 'Take the last change back', group: 'anywhere', keys: ['Mod+z'] },
  'links.save': { title: 'Save a link', group: 'anywhere', keys: ['g s'] },
  'go.links': { title: 'Links', group: 'anywhere', keys: ['g u'] },
  'search.open': { title: 'Search', group: 'anywhere', keys: ['/'] },
  /** In a story: in its text. Elsewhere: in all of them. */
  'find.here': { title: 'Find here', group: 'anywhere', keys: ['Mod+f'] },
  'search.save': { title: 'Save this search', group: 'anywhere', keys: ['Mod+s'] },
  'palette.open': { title: 'Palette', group: 'anywhere', keys: ['Mod+k'] },
  'help.keys': { title: 'Keyboard shortcuts', group: 'anywhere', keys: ['?'] },
  'theme.next': { title: 'Next theme', group: 'anywhere', keys: ['Shift+D'] },
  'panes.fold': { title: 'Fold the panes', group: 'anywhere', keys: ['['] },
  'story.next': { title: 'Next story', group: 'reading', keys: ['j'] },
  'story.previous': { title: 'Previous story', group: 'reading', keys: ['k'] },
  'story.page': { title: 'Next page', group: 'reading', keys: ['Space'] },
  'story.bookmark': { title: 'Bookmark', group: 'reading', keys: ['b'] },
  'story.recommend': { title: 'Recommend', group: 'reading', keys: ['r'] },
  'story.copyLink': { title: 'Copy link', group: 'reading', keys: ['c'] },
  'story.print': { title: 'Print', group: 'reading', keys: ['Mod+p'] },
  'story.typography': { title: 'Typography', group: 'reading', keys: ['t'] },
  'story.nextPlace': { title: 'Next match', group: 'reading', keys: ['n'] },
  'story.previousPlace': { title: 'Previous match', group: 'reading', keys: ['Shift+N'] },
  'story.edit': { title: 'Edit details', group: 'reading', keys: ['Mod+e'] },
  'story.editText': { title: 'Edit text', group: 'reading', keys: [] },
  'story.versions': { title: 'What changed', group: 'reading', keys: [] },
  'list.down': { title: 'Next in list', group: 'list', keys: ['ArrowDown'] },
  'list.up': { title: 'Previous in list', group: 'list', keys: ['ArrowUp'] },
  'list.first': { title: 'First in list', group: 'list', keys: ['Home'] },
  'list.last': { title: 'Last in list', group: 'list', keys: ['End'] },
  'feeds.readNext': { title: 'Mark read, and next', group: 'list', keys: ['Shift+J'] },
  'list.open': { title: 'Open', group: 'list', keys: ['Enter'] },
  'library.select': { title: 'Select', group: 'list', keys: ['x'] },
  'library.selectDown': { title: 'Select downwards', group: 'list', keys: ['Shift+ArrowDown'] },
  'library.selectUp': { title: 'Select upwards', group: 'list', keys: ['Shift+ArrowUp'] },
  'library.selectAll': { title: 'Select all', group: 'list', keys: ['Mod+a'] },
  /** On a shelf in the reader's own order. */
  'library.moveUp': { title: 'Move up on its shelf', group: 'list', keys: ['Alt+ArrowUp'] },
  'library.moveDown': { title: 'Move down on its shelf', group: 'list', keys: ['Alt+ArrowDown'] },
  'library.moveTop': { title: 'To the top of its shelf', group: 'list', keys: ['Alt+Home'] },
  'library.moveEnd': { title: 'To the end of its shelf', group: 'list', keys: ['Alt+End'] },
  /** In a story: this article. In the library: what is selected, or else the row with the focus. */
  'library.archive': { title: 'To the archive, or back', group: 'list', keys: ['e'] },
  'library.favourite': { title: 'Favourite', group: 'list', keys: ['s'] },
  'library.tag': { title: 'Tag…', group: 'list', keys: ['Shift+T'] },
  'library.shelve': { title: 'Shelve…', group: 'list', keys: ['l'] },
  'library.read': { title: 'Mark as read, or as unread', group: 'list', keys: ['u'] },
  'library.trash': { title: 'To the trash, or back', group: 'list', keys: ['#', 'Delete'] },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

export function isCommandId(value: string): value is CommandId {
  return Object.hasOwn(commands, value);
}

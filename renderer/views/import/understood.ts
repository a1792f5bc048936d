/** What an import understands, as it is told to the reader. */
export const understood: readonly (readonly [string, string])[] = [
  ['Pages', 'saved by any browser, with the folder of their pictures; SingleFile; MHTML'],
  ['Documents', 'EPUB, PDF, Markdown, plain text'],
  [
    'Exports',
    'Pocket, Instapaper, Wallabag, Omnivore, Readwise, Raindrop, Matter, Karakeep, Linkwarden, Pinboard, as they come: zip, CSV, JSON or HTML',
  ],
  ['Lists', 'bookmarks of any browser, RSS, Atom and JSON feeds, OPML, JSON Lines'],
];

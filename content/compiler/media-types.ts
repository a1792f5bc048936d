/** The kinds of file that a collection may offer for download, by the ending of their names. */
export const mediaTypes = {
  csv: 'text/csv',
  epub: 'application/epub+zip',
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  zip: 'application/zip',
} as const;

type Ending = keyof typeof mediaTypes;

export function isOffered(name: string): boolean {
  return Object.hasOwn(mediaTypes, lastPart(name));
}

/** Of a name that `isOffered`. */
export function endingOf(name: string): Ending {
  return lastPart(name) as Ending; // as the schema of downloads.yaml has tested
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

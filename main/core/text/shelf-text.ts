/** A shelf in one text: names parted by slashes; a slash or a backslash in a name has a backslash before it. */
export function shelfText(path: readonly string[]): string {
  return path.map((name) => name.replace(/[\\/]/g, String.raw`\$&`)).join('/');
}

export function shelfPath(text: string): string[] {
  return Array.from(text.matchAll(/(?:\\[^]|[^\\/])+/g), ([name]) => name.replace(/\\([^])/g, '$1'));
}

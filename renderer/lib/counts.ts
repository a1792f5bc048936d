/** Numbers in sentences. */

const grouped = new Intl.NumberFormat('en-GB');

/** `count(1, 'story', 'stories')` is "1 story". */
export function count(number: number, one: string, many: string): string {
  return `${grouped.format(number)} ${number === 1 ? one : many}`;
}

export function percent(fraction: number): string {
  return `${Math.round(fraction * 100)}`;
}

/** What is left of a story of so many minutes, at least one. */
export function minutesLeft(minutes: number, progress: number): number {
  return Math.max(1, Math.round(minutes * (1 - progress)));
}

/** As file managers count: "2.1 GB", "2.1 MB", "640 kB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const kilo = bytes / 1000;
  if (kilo < 1000) return `${Math.round(kilo)} kB`;
  const mega = kilo / 1000;
  return mega < 1000 ? `${mega.toFixed(1)} MB` : `${(mega / 1000).toFixed(1)} GB`;
}

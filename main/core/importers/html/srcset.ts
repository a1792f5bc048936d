/** The `srcset` attribute, as the standard has it read. */

export interface Candidate {
  readonly address: string;
  /** Of two, the heavier has more pixels: widths in pixels, densities a thousandfold. */
  readonly weight: number;
}

const most = 200;

/** An address may hold commas, and ends with white space or with a comma at its end. */
export function parseSrcset(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  const separators = /[\s,]*/y;
  const addresses = /\S+/y;
  const descriptors = /[^,]*/y;
  for (let at = 0; candidates.length < most;) {
    at += take(text, at, separators).length;
    const written = take(text, at, addresses);
    if (written === '') break;
    at += written.length;
    const address = written.replace(/,+$/, '');
    const descriptor = address === written ? take(text, at, descriptors) : '';
    at += descriptor.length;
    candidates.push({ address, weight: weightOf(descriptor.trim()) });
  }
  return candidates;
}

function take(text: string, at: number, pattern: RegExp): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function weightOf(descriptor: string): number {
  const [, number = '1', unit = 'x'] = /^(\d+(?:\.\d+)?)([wx])/.exec(descriptor) ?? [];
  return unit === 'w' ? Number(number) : Number(number) * 1000;
}

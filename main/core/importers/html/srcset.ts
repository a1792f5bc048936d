/** The `srcset` attribute, as the standard has it read. */

export interface Candidate {
  readonly address: string;
  /** Of two, the heavier has more pixels: widths in pixels, densities a thousandfold. */
  readonly weight: number;
}

/** An address may hold commas, and ends with white space or with a comma at its end. */
export function parseSrcset(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  const pattern = /[\s,]*(\S*[^\s,])(?:\s+([^,]*))?/y;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [, address = '', descriptor = ''] = match;
    const size = /^(\d+(?:\.\d+)?)([wx])/.exec(descriptor.trim());
    const number = Number(size?.[1] ?? 1);
    candidates.push({ address, weight: size?.[2] === 'w' ? number : number * 1000 });
  }
  return candidates;
}

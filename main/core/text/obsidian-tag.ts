/** A tag as Obsidian knows one: letters, digits, `-`, `_` and `/`, and not digits alone. Empty if nothing is left of it. */
export function obsidianTag(tag: string): string {
  const plain = tag
    .normalize('NFC')
    .replace(/(?:(?!\u200D)[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-])+/gu, '-')
    .replace(/\/{2,}/g, '/')
    .replace(/^[-/]+|[-/]+$/g, '');
  return /^\d+$/.test(plain) ? `_${plain}` : plain;
}

/** Which way a language is written. */

const rightToLeft: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/** Null for what is no BCP 47 tag. */
export function directionOf(language: string): 'ltr' | 'rtl' | null {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr';
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The encoding that a label names, by the names of the Encoding Standard. Null for a label that it does not have. */
export function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Lists that stand in one cell or one field, in the ways that services write them. */

/** A list of JSON or of Python, or words parted by commas. */
export function tagListOf(written: string): string[] {
  const text = written.trim();
  if (!text.startsWith('[')) return text.split(',');
  const listed = jsonList(text) ?? pythonList(text);
  // A bracket may be the first letter of a tag: `[work], home`.
  return listed.length > 0 || /^\[\s*\]$/.test(text) ? listed : text.split(',');
}

/** Names of any list of strings, of objects with a name or label, or of text with commas. */
export function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return tagListOf(value);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item];
    if (typeof item !== 'object' || item === null) return [];
    const { name, label, slug } = item as Readonly<Record<string, unknown>>; // any object may be asked for a field
    return [name, label, slug].filter((part) => typeof part === 'string').slice(0, 1);
  });
}

function jsonList(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? namesOf(value) : null;
  } catch {
    return null;
  }
}

/** `['a', "it's"]`, with Python's escapes. */
function pythonList(text: string): string[] {
  const items = text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs);
  return Array.from(items, ([, single, double]) => unescaped(single ?? double ?? ''));
}

function unescaped(text: string): string {
  return text.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gis, (_, short?: string, long?: string, other = '') => {
    const code = short ?? long;
    return code === undefined ? String(other) : String.fromCharCode(Number.parseInt(code, 16));
  });
}

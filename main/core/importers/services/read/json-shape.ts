/** What the beginning of a JSON file tells of its shape, though it is cut anywhere: which fields there are, and where. */

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|["{}[\],:]/gs;
/** In levels: no service's fields stand deeper, and deep nesting must cost nothing. */
const deepest = 12;

/**
 * Paths of the fields that occur: `[].title` for those of a list's items, `lists[].id`. A list itself is there as `[]` or
 * `lists[]`. Empty if the text does not begin as JSON.
 */
export function shapeOf(head: string): ReadonlySet<string> {
  const paths = new Set<string>();
  if (!/^\s*[[{]/.test(head)) return paths;
  const levels: { readonly path: string; readonly isList: boolean }[] = [];
  let key = '';
  let last = '';
  for (const [token] of head.matchAll(tokens)) {
    if (token === '"') break; // a string that the end cuts
    const { path, isList } = levels.at(-1) ?? { path: '', isList: true };
    if (token === ':' && last.startsWith('"') && !isList) {
      key = last.slice(1, -1);
      if (levels.length <= deepest) paths.add(joined(path, key));
    } else if (token === '{' || token === '[') {
      const own = isList ? path : joined(path, key);
      const inner = token === '[' ? `${own}[]` : own;
      levels.push({ path: levels.length < deepest ? inner : path, isList: token === '[' });
      if (token === '[' && levels.length <= deepest) paths.add(inner);
    } else if (token === '}' || token === ']') levels.pop();
    last = token;
  }
  return paths;
}

export function hasPaths(shape: ReadonlySet<string>, ...paths: readonly string[]): boolean {
  return paths.every((path) => shape.has(path));
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

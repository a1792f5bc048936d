/** What the beginning of a JSON file tells of its shape, though it is cut anywhere: which fields there are, and where. */

const strings = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;
/** In levels: no service's fields stand deeper, and deep nesting must cost nothing. */
const deepest = 12;

/**
 * Paths of the fields that occur: `[].title` for those of a list's items, `lists[].id`. A list itself is there as `[]` or
 * `lists[]`. Empty if the text does not begin as JSON.
 */
export function shapeOf(head: string): ReadonlySet<string> {
  const paths = new Set<string>();
  if (!/^\s*[[{]/.test(head)) return paths;
  const levels: string[] = [];
  let key = '';
  let last = '';
  for (const [token] of head.matchAll(strings)) {
    const path = levels.at(-1) ?? '';
    const isInList = path.endsWith('[]');
    if (token === ':' && last.startsWith('"') && !isInList) {
      key = last.slice(1, -1);
      if (levels.length <= deepest) paths.add(joined(path, key));
    } else if (token === '{' || token === '[') {
      const inner = levels.length === 0 || isInList ? path : joined(path, key);
      levels.push(levels.length < deepest ? (token === '[' ? `${inner}[]` : inner) : path);
      if (token === '[') paths.add(levels.at(-1) ?? '');
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

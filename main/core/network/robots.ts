/**
 * The rules that a site gives to robots (RFC 9309): the group that names us, or else the one for all; of its rules the one
 * with the longest path decides, and of two as long the one that allows.
 */

export interface RobotsRules {
  allows(pathAndQuery: string): boolean;
}

export const allowsAll: RobotsRules = { allows: () => true };

interface Rule {
  readonly path: string;
  readonly allows: boolean;
}

const longestFile = 512 * 1024;

export function readRobots(text: string, ourName: string): RobotsRules {
  const groups = new Map<string, Rule[]>();
  let agents: string[] = [];
  let isNaming = false;
  for (const line of text
    .slice(0, longestFile)
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === 'user-agent') {
      if (!isNaming) agents = [];
      isNaming = true;
      const agent = value.trim().toLowerCase();
      agents.push(agent);
      if (!groups.has(agent)) groups.set(agent, []);
    } else if (name === 'allow' || name === 'disallow') {
      isNaming = false;
      const path = evenPath(value.trim());
      if (path === '') continue; // an empty rule forbids nothing
      for (const agent of agents) groups.get(agent)?.push({ path, allows: name === 'allow' });
    }
  }
  const rules = groups.get(ourName.toLowerCase()) ?? groups.get('*') ?? [];
  return { allows: (path) => decide(rules, evenPath(path)) };
}

function decide(rules: readonly Rule[], path: string): boolean {
  if (path === '/robots.txt') return true;
  let best: Rule | null = null;
  for (const rule of rules) {
    if (
      best !== null &&
      (rule.path.length < best.path.length || (rule.path.length === best.path.length && best.allows))
    )
      continue;
    if (matches(rule.path, path)) best = rule;
  }
  return best?.allows ?? true;
}

/** `*` is any run of signs, `$` at the end is the end. In one pass and without regular expressions, whatever the rule. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [start = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  let at = start.length;
  if (isWhole && parts.length === 0) return at === path.length;
  for (const [index, part] of parts.entries()) {
    if (isWhole && index === parts.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** One spelling for what is percent-encoded. */
function evenPath(path: string): string {
  return encodeURI(path)
    .replace(/%25(?=[0-9a-f]{2})/gi, '%')
    .replace(/%[0-9a-f]{2}/gi, (encoded) => encoded.toUpperCase());
}

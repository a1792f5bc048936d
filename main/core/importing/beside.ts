/** What lies beside a page or a note among the files that were given: its pictures. Names only, never a path of the disk. */
import { readFileSync, statSync } from 'node:fs';
import type { Resources } from '../importers/import-record.ts';

const largest = 64 * 1024 * 1024;

/** `all` leads from names to paths; `page` is one of the names. */
export function besidePage(page: string, all: ReadonlyMap<string, string>): Resources {
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  return (address) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return null;
    const name = resolve(folder, address.replace(/[?#].*$/s, ''));
    const path = name === null ? undefined : (all.get(name) ?? all.get(name.normalize('NFD')));
    if (path === undefined || statSync(path).size > largest) return null;
    return { mediaType: '', bytes: readFileSync(path) };
  };
}

/** Null for an address that leads out of what was given, or cannot be read. */
function resolve(folder: string, address: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    decoded = address;
  }
  const parts: string[] = [];
  for (const part of `${folder}${decoded.replaceAll('\\', '/')}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

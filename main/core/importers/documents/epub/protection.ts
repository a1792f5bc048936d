/** Whether a book is locked to a reader's account, and by whom. Fonts that are made unreadable on purpose are no lock. */
import type { BookArchive } from './book-archive.ts';

const fontsOnly = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

/** The name of the lock; null for a book that can be read. */
export function lockOf(archive: BookArchive): string | null {
  const text = (name: string): string => Buffer.from(archive.read(name) ?? []).toString('utf8');
  const encryption = text('META-INF/encryption.xml');
  const methods = Array.from(
    encryption.matchAll(/EncryptionMethod[^>]*Algorithm\s*=\s*["']([^"']+)["']/g),
    ([, name]) => name ?? '',
  );
  const isLocked = methods.some((method) => !fontsOnly.test(method));
  if (archive.names.includes('META-INF/license.lcpl')) return 'Readium LCP';
  if (!isLocked) return null;
  if (archive.names.includes('META-INF/sinf.xml')) return 'Apple FairPlay';
  return /adept/i.test(text('META-INF/rights.xml') + encryption)
    ? 'Adobe ADEPT'
    : 'a lock whose maker it does not name';
}

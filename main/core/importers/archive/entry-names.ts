/** Names of entries: read from their bytes, and refused where no archive that a service writes would have them. */
import yauzl from 'yauzl';

/** In characters. */
const longestName = 1024;

/** Some tools write UTF-8 without saying so; what is no UTF-8 is in the code page that ZIP began with. */
export function entryName(entry: yauzl.Entry): string {
  const { fileNameRaw: raw, generalPurposeBitFlag: flag, extraFields } = entry;
  const said = yauzl.getFileNameLowLevel(flag, raw, extraFields, true);
  if ((flag & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075)) return asWindowsMeans(said);
  try {
    return asWindowsMeans(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return asWindowsMeans(said);
  }
}

/** Null for a name that is harmless. Names never become paths; one that tries to is not to be trusted in anything else. */
export function faultOfName(name: string): string | null {
  if (name.length > longestName) return 'Its name is longer than 1,024 characters.';
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (name === '' || /[\u0000-\u001F]/.test(name)) return 'Its name is empty or holds control characters.';
  if (/^(?:\/|[a-z]:)/i.test(name)) return 'Its name is that of a place on a disk, not of a file in an archive.';
  return name.split('/').includes('..') ? 'Its name leads out of the archive.' : null;
}

function asWindowsMeans(name: string): string {
  return name.replaceAll('\\', '/');
}

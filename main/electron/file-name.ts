/** Names of files that go out to the reader's disk. */

const limit = 100;

/**
 * A name that every system takes: no folders, no characters that Windows refuses, no leading dot, never empty. `ending`
 * is put in place of whatever ending the name came with, so that a name cannot pass one kind of file off as another.
 */
export function safeFileName(name: string, ending: string): string {
  const stem = name
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, limit)
    .trim();
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  return `${stem === '' || isReserved ? `Lectern ${stem}`.trim() : stem}${ending}`;
}

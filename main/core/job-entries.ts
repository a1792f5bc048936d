/** The programs of the core's threads: in a build they lie side by side, in a checkout beside what they do. */

/** Of the thread that reads what is imported. */
export const importEntry = new URL('importing/import-process.ts', import.meta.url);

/** Of the thread that reads pages, beside that of imports. */
export function pageEntry(jobEntry: URL): URL {
  return new URL(jobEntry.href.replace(/import-process(?=\.\w+$)/, 'page-process'));
}

/** Undefined for a checkout. */
export function exportEntry(jobEntry: URL | undefined): URL {
  const isBuilt = jobEntry?.pathname.endsWith('.js') ?? false;
  return isBuilt ? new URL('export-process.js', jobEntry) : new URL('exporting/export-process.ts', import.meta.url);
}

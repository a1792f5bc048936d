/** What a reader copies is the text, not our way of setting it. */

const softHyphens = /\u00AD/g;

/** Null if there is nothing to clean, so that the browser's own copy can stand. */
export function cleanCopy(text: string): string | null {
  return text.includes('\u00AD') ? text.replace(softHyphens, '') : null;
}

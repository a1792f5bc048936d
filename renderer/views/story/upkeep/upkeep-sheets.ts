/** What can be done to keep a saved article in order, as the story's menu names it. */
export const upkeepSheets = {
  'edit-details': 'Edit details',
  'edit-text': 'Edit text',
  versions: 'What changed since you saved it',
  extract: 'Make the text anew',
} as const;

export type UpkeepSheet = keyof typeof upkeepSheets;

export function isUpkeepSheet(id: string): id is UpkeepSheet {
  return Object.hasOwn(upkeepSheets, id);
}

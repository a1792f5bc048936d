/**
 * The paper theme's values for the variables that drawings use (content/FORMAT.md), for files that leave the reader and
 * have no themes: e-books and single pages.
 */
const paper: Readonly<Record<string, string>> = {
  'lectern-ground': '#f8f4eb',
  'lectern-ink': '#211c17',
  'lectern-ink-2': '#514940',
  'lectern-ink-3': '#685e53',
  'lectern-rule': '#ddd4c3',
  'lectern-art-ground': '#f2e9d8',
  'lectern-art-red': '#b4462b',
  'lectern-art-red-deep': '#8f2f1a',
  'lectern-art-red-pale': '#c6694a',
  'lectern-art-blue': '#23507c',
  'lectern-art-blue-deep': '#183c61',
  'lectern-art-steel': '#3a3733',
  'lectern-serif': 'Georgia, serif',
  'lectern-sans': 'Helvetica, Arial, sans-serif',
  'lectern-mono': 'monospace',
};

/** `text` with each `var(--lectern-…)` replaced by paper's value; an unknown variable becomes `currentColor`. */
export function withPaperColours(text: string): string {
  return text.replace(/var\(\s*--([a-z0-9-]+)\s*(?:,[^()]*)?\)/g, (_, name: string) => paper[name] ?? 'currentColor');
}

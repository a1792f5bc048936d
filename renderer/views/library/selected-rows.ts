/** What is selected in a view: some articles, or all of it but some. Values; nothing here is changed in place. Pure. */
import type { LibraryView } from '../../lib/library-view.ts';
import type { Selection } from '../../../main/contract/organise-entities.ts';

/** Of an article that was selected, what the dialogs need to know though its row may be gone again. */
export interface SelectedRow {
  readonly id: string;
  readonly tags: readonly string[];
}

export type Selected =
  | { readonly kind: 'some'; readonly rows: ReadonlyMap<string, SelectedRow> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

export const noneSelected: Selected = { kind: 'some', rows: new Map() };
export const allSelected: Selected = { kind: 'all', except: new Set() };

export function isSelected(selected: Selected, id: string): boolean {
  return selected.kind === 'some' ? selected.rows.has(id) : !selected.except.has(id);
}

/** `total` is that of the view. */
export function countSelected(selected: Selected, total: number): number {
  return selected.kind === 'some' ? selected.rows.size : Math.max(0, total - selected.except.size);
}

export function select(selected: Selected, rows: readonly SelectedRow[], isOn: boolean): Selected {
  if (selected.kind === 'all') {
    const except = new Set(selected.except);
    for (const { id } of rows) {
      if (isOn) except.delete(id);
      else except.add(id);
    }
    return { kind: 'all', except };
  }
  const chosen = new Map(selected.rows);
  for (const row of rows) {
    if (isOn) chosen.set(row.id, { id: row.id, tags: row.tags });
    else chosen.delete(row.id);
  }
  return { kind: 'some', rows: chosen };
}

export function toggle(selected: Selected, row: SelectedRow): Selected {
  return select(selected, [row], !isSelected(selected, row.id));
}

/** As the contract asks for it; null for nothing. */
export function toSelection(selected: Selected, view: LibraryView): Selection | null {
  if (selected.kind === 'some') return selected.rows.size === 0 ? null : { ids: [...selected.rows.keys()] };
  const except = [...selected.except];
  return { view, ...(except.length === 0 ? {} : { except }) };
}

/** What is dragged from the library onto a shelf or a tag: a selection of articles, or a shelf. */
import { selection, shelfId, type Selection } from '../../main/contract/organise-entities.ts';

const articles = 'application/x-lectern-articles';
const shelf = 'application/x-lectern-shelf';

export type Dragged = { readonly articles: Selection } | { readonly shelf: number };

export function startDrag(event: DragEvent, dragged: Dragged): void {
  if (event.dataTransfer === null) return;
  event.dataTransfer.clearData();
  if ('shelf' in dragged) event.dataTransfer.setData(shelf, `${dragged.shelf}`);
  else event.dataTransfer.setData(articles, JSON.stringify(dragged.articles));
  event.dataTransfer.effectAllowed = 'copyMove';
}

/** What comes can be known only when it is let go; before that, of which kind it is. */
export function draggedKind(event: DragEvent): 'articles' | 'shelf' | null {
  const types = event.dataTransfer?.types ?? [];
  if (types.includes(articles)) return 'articles';
  return types.includes(shelf) ? 'shelf' : null;
}

/** Null for what is none of ours. */
export function dropped(event: DragEvent): Dragged | null {
  const kind = draggedKind(event);
  if (kind === null || event.dataTransfer === null) return null;
  if (kind === 'shelf') {
    const id = shelfId.safeParse(Number(event.dataTransfer.getData(shelf)));
    return id.success ? { shelf: id.data } : null;
  }
  const given = selection.safeParse(parseJson(event.dataTransfer.getData(articles)));
  return given.success ? { articles: given.data } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

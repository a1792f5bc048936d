/** Marks and answers of one article or story, united: the earlier bookmark, the further reading, the newer answer. */
import { z } from 'zod';
import type { Row, RowCopier } from './row-copier.ts';

const markRow = z.object({
  bookmarked_at: z.string().nullable(),
  progress: z.number(),
  block: z.bigint(),
  finished_at: z.string().nullable(),
  read_at: z.string().nullable(),
});

/** Of `from` in the other library, to `to` here. Answers whether anything changed. */
export function copyMarks(copier: RowCopier, from: string, to: string): boolean {
  const changes = [
    copyInto(copier, 'mark', { from, to }, uniteMarks),
    copyInto(copier, 'recommendation', { from, to }, (ours, theirs) =>
      String(theirs['updated_at']) > String(ours['updated_at']) ? theirs : ours,
    ),
  ];
  return changes.includes(true);
}

function copyInto(
  copier: RowCopier,
  table: string,
  { from, to }: { readonly from: string; readonly to: string },
  unite: (ours: Row, theirs: Row) => Row,
): boolean {
  const [theirs] = copier.rows(table, 'article_id', from);
  if (theirs === undefined) return false;
  if (copier.insert(table, theirs, { article_id: to })) return true;
  const [ours] = copier.present(table, 'article_id', to);
  if (ours === undefined) return false;
  const united = unite(ours, theirs);
  const changed = Object.fromEntries(
    Object.entries(united).filter(([name, value]) => name !== 'article_id' && ours[name] !== value),
  );
  if (Object.keys(changed).length === 0) return false;
  copier.change(table, changed, { article_id: to });
  return true;
}

function uniteMarks(ours: Row, theirs: Row): Row {
  const [here, there] = [markRow.parse(ours), markRow.parse(theirs)];
  const further = there.progress > here.progress ? there : here;
  const earliest = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);
  const latest = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
  return {
    ...ours,
    bookmarked_at: earliest(here.bookmarked_at, there.bookmarked_at),
    progress: further.progress,
    block: further.block,
    finished_at: earliest(here.finished_at, there.finished_at),
    read_at: latest(here.read_at, there.read_at),
  };
}

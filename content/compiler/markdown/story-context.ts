/** What the steps from Markdown to an article share while one story is compiled. */
import type { Nodes as HtmlNodes } from 'hast';
import type { Nodes as MarkdownNodes } from 'mdast';
import type { Place, ProblemList } from '../problems.ts';
import type { PictureShelf } from '../pictures.ts';

export interface StoryContext {
  readonly file: string;
  /** Goes into the ids of its drawings. */
  readonly id: string;
  readonly language: string;
  readonly shelf: PictureShelf;
  readonly list: ProblemList;
  /** Lines and offsets of nodes are those of this text. */
  readonly source: string;
  /** Stories that the text leads to, to be checked when all are known. */
  readonly links: { readonly id: string; readonly place: Place }[];
}

export function placeOf(node: HtmlNodes | MarkdownNodes): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

export function problemAt(context: StoryContext, node: HtmlNodes | MarkdownNodes, cause: string, remedy: string): void {
  context.list.problem(context.file, placeOf(node), cause, remedy);
}

/** What the thread of an export is given, and what it sends back. All of it can be cloned. */
import type { ExportFormat } from '../../contract/export-formats.ts';
import type { Outgoing } from '../../contract/outgoing.ts';

export interface ExportTask {
  readonly dataDirectory: string;
  readonly collectionDirectory: string;
  readonly format: ExportFormat;
  /** Null for all. */
  readonly ids: readonly string[] | null;
  /** What the file will be known by; drawn by whoever has to clear away what an ended thread left. */
  readonly outgoing: string;
  /** ISO 8601. */
  readonly now: string;
}

export type ExportParcel =
  | { readonly kind: 'progress'; readonly articles: number; readonly bytes: number }
  | { readonly kind: 'done'; readonly file: Outgoing }
  /** A fault that the reader can do something about, in a sentence. */
  | { readonly kind: 'failed'; readonly message: string };

/** What is said of an export. Pure. */
import { exportFacts, notCarried, type ExportFormat } from '../../../main/contract/export-formats.ts';
import type { ExportPreview, ExportSummary } from '../../../main/contract/export-methods.ts';
import { count, fileSize } from '../../lib/counts.ts';

/** "120 articles with 340 pictures, about 12.4 MB". */
export function previewWords({ articles, without, pictures, bytes }: ExportPreview): string {
  const held = articles - without;
  const shown = pictures === 0 ? '' : ` with ${count(pictures, 'picture', 'pictures')}`;
  return `${count(held, 'article', 'articles')}${shown}, about ${fileSize(bytes)}`;
}

/** Of articles that a format has no place for; null if there is none. */
export function withoutWords(format: ExportFormat, { without }: ExportPreview): string | null {
  if (without === 0) return null;
  const lack: Partial<Record<ExportFormat, string>> = {
    bookmarks: 'an address',
    readwise: 'a highlight',
    annotations: 'a highlight or a note',
  };
  return `${count(without, 'article', 'articles')} without ${lack[format] ?? 'what it takes'} ${without === 1 ? 'is' : 'are'} left out`;
}

/** What a format cannot carry, in sentences; empty for one that carries all. */
export function lossWords(format: ExportFormat): string[] {
  const { left, oneWay } = notCarried(format);
  return [
    ...(left.length === 0 ? [] : [`Left behind: ${listed(left)}.`]),
    ...(oneWay.length === 0 ? [] : [`In the file for others, but not read back by Lectern: ${listed(oneWay)}.`]),
    ...exportFacts[format].limits,
  ];
}

function listed(items: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);
}

export function runWords(summary: ExportSummary): string {
  const { state, articles, total, bytes, message, file } = summary;
  switch (state) {
    case 'running':
      return `${count(articles, 'article', 'articles')} of ${total.toLocaleString('en-GB')}, ${fileSize(bytes)}`;
    case 'done':
      return `${count(articles, 'article', 'articles')}, ${fileSize(file?.bytes ?? bytes)}. The file is kept for a day.`;
    case 'cancelled':
      return 'Cancelled. Nothing of it was kept.';
    case 'failed':
      return message ?? 'It ended before it was done. Nothing of it was kept.';
  }
}

/** From 0 to 1. */
export function doneOf({ articles, total }: ExportSummary): number {
  return total === 0 ? 0 : Math.min(1, articles / total);
}

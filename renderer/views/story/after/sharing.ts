/**
 * Everything one can do with a story to pass it on or keep it elsewhere, and the sentence said afterwards. Used by the
 * bar's menu and by the row at the end of the story.
 */
import type { Client } from '../../../../main/contract/client.ts';
import type { Article } from '../../../../main/contract/entities.ts';
import type { Desk } from '../../../api/desk.ts';
import type { IconName } from '../../../lib/icons/icons.ts';
import { mailLink } from './share-texts.ts';

const shareActions = [
  'copy-link',
  'copy-citation',
  'copy-bibtex',
  'copy-markdown',
  'copy-text',
  'save-markdown',
  'save-html',
  'save-epub',
  'save-pdf',
  'mail',
  'print',
] as const;
export type ShareAction = (typeof shareActions)[number];

export function isShareAction(id: string): id is ShareAction {
  return shareActions.some((action) => action === id);
}

const labels: Record<ShareAction, { readonly label: string; readonly icon: IconName }> = {
  'copy-link': { label: 'Copy link', icon: 'link' },
  'copy-citation': { label: 'Copy citation', icon: 'quote' },
  'copy-bibtex': { label: 'Copy BibTeX', icon: 'quote' },
  'copy-markdown': { label: 'Copy as Markdown', icon: 'file-text' },
  'copy-text': { label: 'Copy as plain text', icon: 'file-text' },
  'save-markdown': { label: 'Save as Markdown', icon: 'book-down' },
  'save-html': { label: 'Save as a web page', icon: 'book-down' },
  'save-epub': { label: 'Save as EPUB', icon: 'book-down' },
  'save-pdf': { label: 'Save as PDF', icon: 'book-down' },
  mail: { label: 'E-mail', icon: 'mail' },
  print: { label: 'Print', icon: 'printer' },
};

/** What this desk offers, in order: a browser's print dialog saves PDF by itself. */
export function shareEntries(desk: Pick<Desk, 'savesPdf'>, wanted: readonly ShareAction[] = shareActions) {
  return wanted.filter((id) => id !== 'save-pdf' || desk.savesPdf).map((id) => ({ id, ...labels[id] }));
}

interface Ports {
  readonly client: Client;
  readonly desk: Desk;
  /** Name of the publication, for a letter. */
  readonly publication: string;
}

/** Resolves with what to say, or null if there is nothing to say. Rejects with `AppError`. */
export async function shareStory(action: ShareAction, article: Article, ports: Ports): Promise<string | null> {
  const { client, desk, publication } = ports;
  const { id } = article;
  const copy = async (text: string, said: string): Promise<string> => {
    try {
      await desk.copy(text);
      return said;
    } catch {
      return 'The clipboard could not be written to. Select the words and copy them by hand.';
    }
  };
  const save = async (format: 'markdown' | 'html' | 'epub'): Promise<string> => {
    const { fileName, mediaType, encoding, content } = await client['articles.export']({ id, format });
    desk.saveFile(fileName, mediaType, encoding === 'base64' ? bytesOf(content) : content);
    return `Saved as ${fileName}.`;
  };
  const exported = async (format: 'markdown' | 'text'): Promise<string> =>
    (await client['articles.export']({ id, format })).content;

  switch (action) {
    case 'copy-link':
      return copy((await client['articles.cite']({ id })).link, 'Link copied.');
    case 'copy-citation':
      return copy((await client['articles.cite']({ id })).citation, 'Citation copied.');
    case 'copy-bibtex':
      return copy((await client['articles.cite']({ id })).bibtex, 'BibTeX copied.');
    case 'copy-markdown':
      return copy(await exported('markdown'), 'Story copied as Markdown.');
    case 'copy-text':
      return copy(await exported('text'), 'Story copied as plain text.');
    case 'save-markdown':
      return save('markdown');
    case 'save-html':
      return save('html');
    case 'save-epub':
      return save('epub');
    case 'save-pdf':
      return (await desk.savePdf(`${id}.pdf`)) ? `Saved as ${id}.pdf.` : null;
    case 'mail':
      await desk.openExternal(mailLink(article, publication, (await client['articles.cite']({ id })).link));
      return 'Your mail program was asked for a new letter.';
    case 'print':
      desk.print();
      return null;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

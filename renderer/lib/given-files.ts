/** What the reader gives to the window: files and folders, dropped, picked or pasted, under the names that they have. */
import { importFileLimit } from '../../main/contract/import-entities.ts';

export interface Given {
  readonly files: readonly { readonly file: Blob; readonly name: string }[];
  /** Names of what the browser would not let us read. */
  readonly unread: readonly string[];
  /** There are more than one import takes; `files` are those up to the limit. */
  readonly isTooMany: boolean;
}

/** Of a picker; with folders, if it picked one. */
export function filesOfPicker(list: Iterable<File>): Given {
  const files = [...list].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
  return { files: files.slice(0, importFileLimit), unread: [], isTooMany: files.length > importFileLimit };
}

/** Walks folders. Must be called while the drop is being handled: what was dropped is gone afterwards. */
export async function filesOfDrop(transfer: DataTransfer): Promise<Given> {
  const entries = [...transfer.items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry());
  const loose = [...transfer.files];
  const walked = { files: [] as { file: File; name: string }[], unread: [] as string[] };
  for (const [at, entry] of entries.entries()) {
    const file = loose[at];
    if (entry !== null) await walk(entry, walked);
    else if (file !== undefined) walked.files.push({ file, name: file.name });
    if (walked.files.length > importFileLimit) break;
  }
  const { files, unread } = walked;
  return { files: files.slice(0, importFileLimit), unread, isTooMany: files.length > importFileLimit };
}

/** What stands on the clipboard as a file, to be saved as an article; null if there is nothing to read. */
export function fileOfClipboard(transfer: Pick<DataTransfer, 'getData'>): {
  readonly given: { readonly file: Blob; readonly name: string };
  /** The words, for the reader to see what it is. */
  readonly text: string;
} | null {
  const html = transfer.getData('text/html');
  const text = transfer.getData('text/plain').trim();
  if (html.trim() !== '') {
    // Some systems mark the copied part, others give nothing but it.
    const marked = /<!--\s*StartFragment/i.test(html) ? html : `<!--StartFragment-->${html}<!--EndFragment-->`;
    return { given: { file: new Blob([marked], { type: 'text/html' }), name: 'Pasted page.html' }, text };
  }
  if (text === '') return null;
  return { given: { file: new Blob([text], { type: 'text/plain' }), name: 'Pasted text.txt' }, text };
}

async function walk(
  entry: FileSystemEntry,
  into: { readonly files: { file: File; name: string }[]; readonly unread: string[] },
): Promise<void> {
  if (into.files.length > importFileLimit) return;
  const name = entry.fullPath.replace(/^\//, '');
  try {
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => {
        entry.file(resolve, reject);
      });
      into.files.push({ file, name });
    } else if (isDirectory(entry)) {
      for (const inner of await entriesOf(entry)) await walk(inner, into);
    }
  } catch {
    into.unread.push(name);
  }
}

/** A reader gives them in parts, and nothing when it is through. */
async function entriesOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...part);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

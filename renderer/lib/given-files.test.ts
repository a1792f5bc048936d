import { describe, expect, it } from 'vitest';
import { fileOfClipboard, filesOfDrop, filesOfPicker } from './given-files.ts';

/** A folder as a browser hands it over: in parts, until there is nothing more. */
function folder(fullPath: string, entries: readonly unknown[]) {
  return {
    isFile: false,
    isDirectory: true,
    name: fullPath.split('/').at(-1),
    fullPath,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (take: (part: readonly unknown[]) => void) => {
          take(entries.slice(at, at + 2));
          at += 2;
        },
      };
    },
  };
}

const entry = (fullPath: string, isReadable = true) => ({
  isFile: true,
  isDirectory: false,
  name: fullPath.split('/').at(-1),
  fullPath,
  file: (take: (file: File) => void, refuse: (error: Error) => void) => {
    if (isReadable) take(new File(['x'], 'x'));
    else refuse(new Error('no'));
  },
});

function dropped(...entries: readonly unknown[]): DataTransfer {
  const items = entries.map((one) => ({ kind: 'file', webkitGetAsEntry: () => one }));
  // Only what is read of a drop.
  return { items, files: [] } as unknown as DataTransfer;
}

describe('what is dropped', () => {
  it('is walked to the last file, with the names of its folders', async () => {
    const page = folder('/Page_files', [
      entry('/Page_files/a.png'),
      entry('/Page_files/b.png'),
      entry('/Page_files/c'),
    ]);
    const { files, unread, isTooMany } = await filesOfDrop(dropped(entry('/Page.html'), page));
    expect(files.map(({ name }) => name)).toEqual([
      'Page.html',
      'Page_files/a.png',
      'Page_files/b.png',
      'Page_files/c',
    ]);
    expect([unread, isTooMany]).toEqual([[], false]);
  });

  it('names what may not be read, and takes the others', async () => {
    const { files, unread } = await filesOfDrop(dropped(folder('/x', [entry('/x/a', false), entry('/x/b')])));
    expect(files.map(({ name }) => name)).toEqual(['x/b']);
    expect(unread).toEqual(['x/a']);
  });

  it('says so when there is more than one import takes', async () => {
    const many = Array.from({ length: 20_001 }, (_, at) => entry(`/x/${at}`));
    const { files, isTooMany } = await filesOfDrop(dropped(folder('/x', many)));
    expect([files.length, isTooMany]).toEqual([20_000, true]);
  });
});

it('names files of a folder that was picked by their folder', () => {
  const inFolder = new File([''], 'a.png');
  Object.defineProperty(inFolder, 'webkitRelativePath', { value: 'Saved/a.png' });
  const loose = new File([''], 'b.md');
  Object.defineProperty(loose, 'webkitRelativePath', { value: '' });
  expect(filesOfPicker([inFolder, loose]).files.map(({ name }) => name)).toEqual(['Saved/a.png', 'b.md']);
});

describe('what is pasted', () => {
  const clipboard = (html: string, plain: string) =>
    fileOfClipboard({ getData: (type) => (type === 'text/html' ? html : plain) });

  it('is the copied part of a page, marked as such where the system does not', async () => {
    const bare = clipboard('<p>Words</p>', 'Words');
    expect(bare).toMatchObject({ text: 'Words', given: { name: 'Pasted page.html' } });
    expect(await bare?.given.file.text()).toBe('<!--StartFragment--><p>Words</p><!--EndFragment-->');
    const marked = '<html><body><!--StartFragment--><p>Words</p><!--EndFragment--></body></html>';
    expect(await clipboard(marked, '')?.given.file.text()).toBe(marked);
  });

  it('is text where there is no page, and nothing where there is neither', async () => {
    const text = clipboard('', ' Words\n');
    expect(text?.given.name).toBe('Pasted text.txt');
    expect(await text?.given.file.text()).toBe('Words');
    expect(clipboard(' ', '\n')).toBeNull();
  });
});

/** A file to be imported, read as far as a format needs it: by its beginning, whole, or as a stream. */
import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export interface SourceFile {
  /** For reports and as a hint: the file's name, with the folders that were given along with it. */
  readonly name: string;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** The first bytes, at most as many. */
  head(length: number): Uint8Array;
  /** Throws `FileTooLarge` beyond `wholeLimit`. */
  bytes(): Promise<Uint8Array>;
  stream(): AsyncIterable<Uint8Array>;
}

/** What is read whole may be so many bytes; larger files must be of a format that streams. */
export const wholeLimit = 512 * 1024 * 1024;

export class FileTooLarge extends Error {
  constructor(name: string) {
    super(`${name} is larger than 512 MB, which no file of its kind should be.`);
    this.name = 'FileTooLarge';
  }
}

/** Throws what the file system throws for a file that is not there or may not be read. */
export function openSourceFile(path: string, name: string): SourceFile {
  const { size } = statSync(path);
  return {
    name,
    path,
    size,
    head: (length) => readHead(path, length),
    bytes: async () => {
      if (size > wholeLimit) throw new FileTooLarge(name);
      return readFile(path);
    },
    stream: () => createReadStream(path) as AsyncIterable<Buffer>, // without an encoding it gives bytes
  };
}

function readHead(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(length);
    let read = 0;
    while (read < length) {
      const more = readSync(file, buffer, read, length - read, read);
      if (more === 0) break;
      read += more;
    }
    return buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

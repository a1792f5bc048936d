/**
 * The disk as yauzl reads it. Its own reader hands places that an archive makes up to `fs.read`, which throws for some of
 * them where nobody can catch it; here a place outside the file is the end of the file.
 */
import { createReadStream, read, type ReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';

export class FileReader extends yauzl.RandomAccessReader {
  readonly #descriptor: number;
  readonly #size: number;

  /** The descriptor stays its giver's. */
  constructor(descriptor: number, size: number) {
    super();
    this.#descriptor = descriptor;
    this.#size = size;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.createReadStream({ start, end });
  }

  override createReadStream({ start, end }: { start: number; end: number }): Readable | ReadStream {
    if (!this.#isInside(start) || end <= start) return Readable.from([]);
    return createReadStream('', { fd: this.#descriptor, start, end: end - 1, autoClose: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, read?: number) => void,
  ): void {
    if (!this.#isInside(position)) {
      setImmediate(callback, null, 0);
      return;
    }
    const available = Math.min(length, buffer.length - offset, this.#size - position);
    read(this.#descriptor, buffer, offset, available, position, callback);
  }

  #isInside(position: number): boolean {
    return Number.isSafeInteger(position) && position >= 0 && position < this.#size;
  }
}

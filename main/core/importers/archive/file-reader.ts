/**
 * The disk as yauzl reads it. Its own reader hands places that an archive makes up to `fs.read`, which throws for some of
 * them where nobody can catch it; here a place outside the file is the end of the file.
 */
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';

const pieceLength = 65_536;
const fewBytes = 4096;

export class FileReader extends yauzl.RandomAccessReader {
  readonly #handle: FileHandle;
  readonly #size: number;
  #ahead: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };

  /** The handle stays its giver's. */
  constructor(handle: FileHandle, size: number) {
    super();
    this.#handle = handle;
    this.#size = size;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.createReadStream({ start, end });
  }

  override createReadStream({ start, end }: { start: number; end: number }): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, read?: number) => void,
  ): void {
    this.#readAt(buffer, offset, length, position).then(
      (read) => setImmediate(callback, null, read),
      (error: unknown) => setImmediate(callback, error instanceof Error ? error : new Error(String(error))),
    );
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const piece = Buffer.allocUnsafe(Math.min(pieceLength, end - at));
      const read = await this.#readAt(piece, 0, piece.length, at);
      if (read === 0) return;
      yield piece.subarray(0, read);
      at += read;
    }
  }

  async #readAt(buffer: Buffer, offset: number, length: number, position: number): Promise<number> {
    if (!Number.isSafeInteger(position) || position < 0 || position >= this.#size) return 0;
    const available = Math.min(length, buffer.length - offset);
    if (available > fewBytes) return (await this.#handle.read(buffer, offset, available, position)).bytesRead;
    const { start, bytes } = await this.#around(position, available);
    return bytes.copy(buffer, offset, position - start, position - start + available);
  }

  /** A list of entries is read a few bytes at a time, one after the other: the disk is asked for more at once. */
  async #around(position: number, length: number): Promise<{ readonly start: number; readonly bytes: Buffer }> {
    const { start, bytes } = this.#ahead;
    const end = Math.min(position + length, this.#size);
    if (position >= start && end <= start + bytes.length) return this.#ahead;
    const fresh = Buffer.allocUnsafe(pieceLength);
    const { bytesRead } = await this.#handle.read(fresh, 0, pieceLength, position);
    this.#ahead = { start: position, bytes: fresh.subarray(0, bytesRead) };
    return this.#ahead;
  }
}

import { describe, expect, it } from 'vitest';
import { readImageSize } from './image-size.ts';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');

/** Headers as the formats' specifications lay them down, 300 wide and 200 high. */
const headers = {
  'image/png': hex('89504e470d0a1a0a 0000000d 49484452 0000012c 000000c8 08020000'),
  'image/gif': hex('474946383961 2c01 c800 f70000'),
  'image/jpeg': hex('ffd8 ffe0 0010 4a46494600010101004800480000 ffc4 0004 0000 ffc2 0011 08 00c8 012c 03'),
  'image/webp': hex('52494646 24000000 57454250 56503820 18000000 300100 9d012a 2c01 c800'),
  'image/avif': hex(
    '0000001c 66747970 61766966 00000000 61766966 6d696631 6d696166 00000014 69737065 00000000 0000012c 000000c8',
  ),
} as const;

describe('the size of a picture', () => {
  it.each(Object.entries(headers))('is read from the header of %s', (mediaType, bytes) => {
    expect(readImageSize(bytes)).toEqual({ mediaType, width: 300, height: 200 });
  });

  it('is read from the two other kinds of WebP', () => {
    expect(readImageSize(hex('52494646 1a000000 57454250 5650384c 0d000000 2f 2bc13100'))).toEqual({
      mediaType: 'image/webp',
      width: 300,
      height: 200,
    });
    expect(readImageSize(hex('52494646 1a000000 57454250 56503858 0a000000 10000000 2b0100 c70000'))).toEqual({
      mediaType: 'image/webp',
      width: 300,
      height: 200,
    });
  });

  it.each(Object.entries(headers))('is not guessed when %s is cut short', (_, bytes) => {
    for (let length = 0; length < bytes.length - 4; length += 1)
      expect(readImageSize(bytes.subarray(0, length))).toBeNull();
  });

  it('is not read from text or from a picture without extent', () => {
    expect(readImageSize(Buffer.from('<svg viewBox="0 0 9 9"/>'))).toBeNull();
    expect(readImageSize(hex('89504e470d0a1a0a 0000000d 49484452 00000000 000000c8 0802000000'))).toBeNull();
  });
});

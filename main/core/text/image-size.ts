/** Width and height of a raster picture, from its header, and the media type by its first bytes. */

export interface RasterImage {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif';
  readonly width: number;
  readonly height: number;
}

/** Null for bytes that are none of these or whose header is cut short. */
export function readImageSize(bytes: Buffer): RasterImage | null {
  try {
    const image = readPng(bytes) ?? readGif(bytes) ?? readWebp(bytes) ?? readJpeg(bytes) ?? readAvif(bytes);
    return image !== null && image.width > 0 && image.height > 0 ? image : null;
  } catch (error) {
    if (error instanceof RangeError) return null; // read past the end of a file that is cut short
    throw error;
  }
}

function readPng(bytes: Buffer): RasterImage | null {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1A\n') return null;
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function readGif(bytes: Buffer): RasterImage | null {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null;
  return { mediaType: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** RIFF with one of three chunks: lossy, lossless, extended. */
function readWebp(bytes: Buffer): RasterImage | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const mediaType = 'image/webp';
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { mediaType, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { mediaType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { mediaType, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** Segments until the first start of frame; C4, C8 and CC are none. */
function readJpeg(bytes: Buffer): RasterImage | null {
  if (bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at < bytes.length) {
    const marker = bytes.readUInt16BE(at);
    if (marker < 0xffc0) return null;
    const isFrame = marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
    if (isFrame)
      return { mediaType: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** The first `ispe` property: the size of the picture in an ISO media file. */
function readAvif(bytes: Buffer): RasterImage | null {
  if (
    bytes.toString('latin1', 4, 8) !== 'ftyp' ||
    !/avi[fs]/.test(bytes.toString('latin1', 8, 8 + bytes.readUInt32BE(0)))
  )
    return null;
  const at = bytes.indexOf('ispe', 0, 'latin1');
  if (at === -1) return null;
  return { mediaType: 'image/avif', width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
}

/**
 * Answers a request for a file, in full or in part. Decides everything and touches nothing but the file's size: the
 * shells turn the answer into a socket's or a protocol handler's.
 */
import { statSync } from 'node:fs';
import { AppError } from '../../contract/errors.ts';
import { parseRange } from './byte-range.ts';
import { assetContentSecurityPolicy } from './content-security-policy.ts';
import { securityHeaders } from './security-headers.ts';
import type { FindFile, WebFile } from './web-files.ts';

export interface WebRequest {
  readonly method: string;
  /** As it came: percent-encoded, without query and fragment. */
  readonly path: string;
  /** By lower-case name. */
  readonly header: (name: string) => string | null;
}

/** A stretch of a file; both ends are included. */
export interface FileSlice {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface WebResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FileSlice | null;
}

/** The answer from the first of `places` that knows the address. Never throws for what was asked. */
export function respond(places: readonly FindFile[], request: WebRequest): WebResponse {
  const response = answer(places, request);
  return request.method === 'HEAD' ? { ...response, body: null } : response;
}

function answer(places: readonly FindFile[], request: WebRequest): WebResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plainText(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
  }
  const path = decodePath(request.path);
  if (path === null) return plainText(400, 'This address cannot be read.');
  try {
    for (const find of places) {
      const file = find(path);
      if (file !== null) return fileResponse(file, request);
    }
  } catch (error) {
    if (error instanceof AppError) return plainText(503, error.message);
    throw error;
  }
  return plainText(404, 'There is nothing at this address.');
}

export function plainText(status: number, text: string, headers: Record<string, string> = {}): WebResponse {
  return {
    status,
    headers: {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body: `${text}\n`,
  };
}

/** Decoded once. Null for what no address of ours can be: bad encoding, NUL, a backslash, a relative path. */
function decodePath(raw: string): string | null {
  try {
    const path = decodeURIComponent(raw);
    return path.startsWith('/') && !/[\0\\]/.test(path) ? path : null;
  } catch {
    return null; // not percent-encoding: the caller says so
  }
}

function fileResponse(file: WebFile, request: WebRequest): WebResponse {
  if (statSync(file.path, { throwIfNoEntry: false })?.size !== file.bytes) {
    return plainText(503, 'This file was changed or taken away. Start Lectern again, or reinstall it.');
  }
  const headers = headersOf(file);
  if (isUnchanged(file, request)) return { status: 304, headers, body: null };

  const length = (bytes: number) => ({ 'content-length': String(bytes) });
  const ifRange = request.header('if-range');
  const range = ifRange === null || ifRange === file.etag ? parseRange(request.header('range'), file.bytes) : null;
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { ...headers, ...length(0), 'content-range': `bytes */${file.bytes}` }, body: null };
  }
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 };
  const body = file.bytes === 0 ? null : { path: file.path, start, end };
  if (range === null) return { status: 200, headers: { ...headers, ...length(file.bytes) }, body };
  const contentRange = { 'content-range': `bytes ${start}-${end}/${file.bytes}` };
  return { status: 206, headers: { ...headers, ...length(end - start + 1), ...contentRange }, body };
}

function headersOf(file: WebFile): Record<string, string> {
  return {
    ...securityHeaders,
    'content-type': file.mediaType,
    'accept-ranges': 'bytes',
    etag: file.etag,
    'cache-control': cacheControl(file),
    ...(file.kind === 'window' ? {} : { 'content-security-policy': assetContentSecurityPolicy }),
    ...(file.kind === 'attachment' ? { 'content-disposition': disposition(file.saveAs) } : {}),
  };
}

function cacheControl({ saveAs, immutable }: WebFile): string {
  if (saveAs !== undefined) return 'no-store';
  return immutable ? 'private, max-age=31536000, immutable' : 'no-cache';
}

/** RFC 6266: the name in ASCII for who knows no better, and as it is. */
function disposition(saveAs: string | undefined): string {
  if (saveAs === undefined) return 'attachment';
  const ascii = saveAs.replace(/[^ -~]|["%\\]/g, '_');
  const encoded = encodeURIComponent(saveAs.toWellFormed()).replace(/['()*]/g, percentEncoded);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Of one sign of ASCII. */
function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function isUnchanged(file: WebFile, request: WebRequest): boolean {
  const known = request.header('if-none-match')?.split(',') ?? [];
  return known.some((tag) => tag.trim().replace(/^W\//, '') === file.etag);
}

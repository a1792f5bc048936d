/**
 * `app://lectern`: the origin of the window. A thin coat over core/web, which decides what is answered; here only the
 * scheme's privileges, the exact host, and the turning of one kind of answer into another.
 */
import { Readable } from 'node:stream';
import type { Protocol, Session } from 'electron';
import { openBody } from '../core/web/open-body.ts';
import { plainText, respond, type WebResponse } from '../core/web/respond.ts';
import { receiveReply, uploadAddress, type ReceiveUpload } from '../core/web/uploads.ts';
import { securityHeaders } from '../core/web/security-headers.ts';
import type { FindFile } from '../core/web/web-files.ts';

const scheme = 'app';
const host = 'lectern';

/** What storage hangs on: never renamed. */
export const appOrigin = `${scheme}://${host}`;
export const windowUrl = `${appOrigin}/`;

/** Before `ready`, and once in the life of the app: a second call would replace the first. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** After `ready`, once for each session that shows our window. */
export function serveApp(session: { protocol: Pick<Session['protocol'], 'handle'> }, served: Served): void {
  session.protocol.handle(scheme, (request) => answerAppRequest(request, served));
}

export interface Served {
  readonly files: readonly FindFile[];
  readonly receive: ReceiveUpload;
}

export function answerAppRequest(request: Request, { files, receive }: Served): Response | Promise<Response> {
  const path = pathOf(request.url);
  if (path === uploadAddress && request.method === 'POST') return answerUpload(request, receive);
  const answer =
    path === null
      ? plainText(404, 'There is nothing at this address.')
      : respond(files, { method: request.method, path, header: (name) => request.headers.get(name) });
  return toResponse(answer);
}

/** Whether an address is the window itself, at whatever place in it. */
export function isWindowUrl(url: string): boolean {
  return pathOf(url) === '/';
}

/** Whether an address is a file of an article, one that the core made to be taken away, or bytes of our own window. */
export function isOwnDownload(url: string): boolean {
  if (url.startsWith(`blob:${windowUrl}`)) return true;
  const path = pathOf(url) ?? '';
  return path.startsWith('/assets/') || path.startsWith('/outgoing/');
}

/** Percent-encoded, without query and fragment; null for any other origin, or a user or a port in the address. */
function pathOf(address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol !== `${scheme}:` || url.host !== host || url.username !== '' || url.password !== '') return null;
  return url.pathname;
}

/** Only pages of our own origin can send it: another's POST would carry its own initiator, and none is ever loaded. */
async function answerUpload(request: Request, receive: ReceiveUpload): Promise<Response> {
  const reply = await receiveReply(receive, request.body ?? noBytes());
  return Response.json(reply, { headers: { ...securityHeaders, 'cache-control': 'no-store' } });
}

async function* noBytes(): AsyncGenerator<Uint8Array> {
  // An empty file comes without a body.
}

function toResponse({ status, headers, body }: WebResponse): Response {
  const stream = openBody(body);
  // A web stream over a file closes the file when the window stops listening.
  return new Response(stream === null ? null : Readable.toWeb(stream), { status, headers: { ...headers } });
}

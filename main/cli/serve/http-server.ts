/**
 * The loopback server: the window's files, the calls of the contract, the events. It binds 127.0.0.1 and nothing else,
 * and answers only whoever was shown the launch token.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { AppError, type Reply } from '../../contract/errors.ts';
import type { CoreConnection } from '../../core/host/core-connection.ts';
import { openBody } from '../../core/web/open-body.ts';
import { plainText, respond, type WebResponse } from '../../core/web/respond.ts';
import { securityHeaders } from '../../core/web/security-headers.ts';
import { receiveReply, uploadAddress, type ReceiveUpload } from '../../core/web/uploads.ts';
import type { FindFile } from '../../core/web/web-files.ts';
import { createEventStreams } from './event-streams.ts';
import { refuse, refusalOf, strangerRefusal, type Refusal } from './refusal.ts';
import { readJson } from './request-body.ts';
import { createSession } from './session.ts';

export interface ServerOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly core: Pick<CoreConnection, 'invoke' | 'onEvent'>;
  readonly files: readonly FindFile[];
  readonly receive: ReceiveUpload;
  /** Told of bugs in the server itself. */
  readonly report: (error: unknown) => void;
}

export interface RunningServer {
  /** With the launch token. */
  readonly url: string;
  /** Lets running calls finish, then closes every connection. The core is left running. */
  stop(): Promise<void>;
}

const loopback = '127.0.0.1';
const graceMs = 500;

/** Throws `AppError` for a port that cannot be had. */
export async function startServer({ port, core, files, receive, report }: ServerOptions): Promise<RunningServer> {
  const session = createSession();
  const streams = createEventStreams();
  const unsubscribe = core.onEvent(streams.send);
  const server = createServer();
  const actualPort = await listen(server, port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const { path, token } = parseTarget(request.url ?? '');
    const header = (name: string) => {
      const value = headers[name];
      return typeof value === 'string' ? value : null;
    };
    const head = {
      method,
      host: headers.host,
      origin: headers.origin,
      fetchSite: header('sec-fetch-site') ?? undefined,
    };
    const refusal = refusalOf(head, actualPort);
    if (refusal !== null) {
      await sendRefusal(response, refusal, path);
    } else if (token !== null && path === '/') {
      if (session.isToken(token)) sendWelcome(response, session.cookieFor(actualPort));
      else await sendRefusal(response, strangerRefusal, path);
    } else if (!session.isKnown(headers.cookie, actualPort)) {
      await sendRefusal(response, strangerRefusal, path);
    } else if (path === '/api/events' && method === 'GET') {
      streams.add(response);
    } else if (path === uploadAddress && method === 'POST') {
      sendJson(response, 200, await receiveReply(receive, request as AsyncIterable<Buffer>)); // no encoding was set
    } else if (path.startsWith('/api/')) {
      await answerCall(request, response, path.slice('/api/'.length));
    } else {
      await send(response, respond(files, { method, path, header }));
    }
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, method: string): Promise<void> {
    if (request.method !== 'POST') {
      sendJson(response, 405, refuse(405, 'Calls are sent with POST.', 'invalid-input').failure);
      return;
    }
    const body = await readJson(request);
    if ('failure' in body) sendJson(response, body.status, body.failure);
    // Whatever the core says, well or ill, has been answered: the reply itself tells which.
    else sendJson(response, 200, await core.invoke(method, body.input));
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!isGone(error)) report(error);
      response.destroy();
    });
  });

  return {
    url: `http://${loopback}:${actualPort}/?token=${session.token}`,
    stop: async () => {
      unsubscribe();
      streams.close();
      const closed = once(server, 'close');
      server.close();
      const timer = setTimeout(() => {
        server.closeAllConnections();
      }, graceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen({ host: loopback, port });
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new AppError('unreachable', portProblem(port, cause), undefined, { cause });
  }
  return (server.address() as AddressInfo).port; // a server that listens on TCP has an address of this shape
}

function portProblem(port: number, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const remedy = 'Choose another with --port, or leave --port out for any free one.';
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. ${remedy}`;
  if (code === 'EACCES') return `You may not use port ${port}. ${remedy}`;
  return `Port ${port} cannot be opened (${code}). ${remedy}`;
}

/** The path as it came, and the token if there is one. Only paths are answered, never whole addresses. */
function parseTarget(target: string): { path: string; token: string | null } {
  const [path = '', ...query] = target.split('?');
  return { path, token: new URLSearchParams(query.join('?')).get('token') };
}

/** The listener has closed its window: nobody is left to answer. */
function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'EPIPE';
}

function sendWelcome(response: ServerResponse, cookie: string): void {
  response
    .writeHead(303, { ...securityHeaders, 'set-cookie': cookie, location: '/', 'cache-control': 'no-store' })
    .end();
}

async function sendRefusal(response: ServerResponse, { status, failure }: Refusal, path: string): Promise<void> {
  if (path.startsWith('/api/') || path === uploadAddress) sendJson(response, status, failure);
  else await send(response, plainText(status, failure.message));
}

function sendJson(response: ServerResponse, status: number, reply: Reply): void {
  response
    .writeHead(status, {
      ...securityHeaders,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(JSON.stringify(reply));
}

async function send(response: ServerResponse, { status, headers, body }: WebResponse): Promise<void> {
  response.writeHead(status, headers);
  const stream = openBody(body);
  if (stream === null) response.end();
  else await pipeline(stream, response);
}

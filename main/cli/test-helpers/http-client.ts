/** Asks a server anything, forged headers included: what `fetch` would refuse to send is just what is to be tested. */
import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export async function ask(url: string, question: Question = {}): Promise<Answer> {
  const response = await open(url, question);
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

/** The answer as it begins: for streams that do not end. */
export async function open(
  url: string,
  { method = 'GET', headers = {}, body }: Question = {},
): Promise<IncomingMessage> {
  const { hostname, port, origin } = new URL(url);
  const asked = request({ hostname, port, path: url.slice(origin.length), method, headers, agent: false });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage]; // as documented for "response"
  return response;
}

/** Exchanges the launch token for the cookie. */
export async function logIn(url: string): Promise<{ readonly origin: string; readonly cookie: string }> {
  const { headers } = await ask(url);
  return { origin: new URL(url).origin, cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}

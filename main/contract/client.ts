/** The typed face of the contract for whoever asks: renderer, command line, tests. One object, any transport. */
import { AppError, reply } from './errors.ts';
import { methods, type MethodInput, type MethodName, type MethodOutput } from './methods.ts';

/** Carries one call across. Resolves with whatever came back; rejects only if nothing could. */
export type Send = (method: MethodName, input: unknown) => Promise<unknown>;

export type Client = { readonly [Name in MethodName]: (input: MethodInput<Name>) => Promise<MethodOutput<Name>> };

/** Every method of the table as a function that throws `AppError` for a failure reply. */
export function createClient(send: Send): Client {
  const calls = Object.keys(methods).map((name) => {
    const method = name as MethodName; // a key of the table
    return [method, (input: unknown) => call(send, method, input)] as const;
  });
  return Object.fromEntries(calls) as unknown as Client; // one entry for each key of the table
}

async function call(send: Send, method: MethodName, input: unknown): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await send(method, input);
  } catch (cause) {
    throw new AppError(
      'unreachable',
      'Lectern does not answer. Start it again; what you had marked is kept.',
      undefined,
      {
        cause,
      },
    );
  }
  const parsed = reply.safeParse(answer);
  if (!parsed.success) throw new AppError('unreachable', 'Lectern gave an answer that cannot be read. Start it again.');
  if (!parsed.data.ok) throw new AppError(parsed.data.code, parsed.data.message, parsed.data.details);
  return methods[method].output.parse(parsed.data.value);
}

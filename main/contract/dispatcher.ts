/**
 * The border guard: parses the input, calls one handler, parses the output, and answers with a reply value. It never
 * throws. A bug in a handler is handed to `report` and answered `internal`, without details.
 */
import type { z } from 'zod';
import { AppError, toFailure, type Failure, type Reply } from './errors.ts';
import { methods, type Handlers, type MethodName } from './methods.ts';

export type Dispatch = (method: unknown, input: unknown) => Promise<Reply>;

interface DispatcherOptions<Names extends MethodName> {
  handlers: Handlers<Names>;
  /** Told of every bug: an error that is no AppError, or an output that breaks the contract. */
  report: (method: string, error: unknown) => void;
}

export function createDispatcher<Names extends MethodName>(options: DispatcherOptions<Names>): Dispatch {
  // The handler's own input type is lost in the lookup; what it gets has been parsed by the schema of the same name.
  const handlers = options.handlers as unknown as Record<string, (input: unknown) => unknown>;

  return async (method, input) => {
    if (typeof method !== 'string' || !Object.hasOwn(handlers, method) || !Object.hasOwn(methods, method)) {
      return { ok: false, code: 'unknown-method', message: 'This version of Lectern has no such method.' };
    }
    const row = methods[method as MethodName]; // an own key of the table, as just tested
    const parsed = row.input.safeParse(input);
    if (!parsed.success) return invalidInput(method, parsed.error);
    try {
      const output = row.output.safeParse(await handlers[method]?.(parsed.data));
      if (output.success) return { ok: true, value: output.data };
      options.report(method, output.error);
      return internal();
    } catch (error) {
      if (error instanceof AppError) return toFailure(error);
      options.report(method, error);
      return internal();
    }
  };
}

function invalidInput(method: string, error: z.ZodError): Failure {
  const issues = error.issues.slice(0, 5).map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return { ok: false, code: 'invalid-input', message: wrongInput(method, issues[0]), details: { method, issues } };
}

/** The schemas' own messages for people begin with "is" and want a subject; zod's own name what a program got wrong. */
function wrongInput(method: string, issue: { readonly path: string; readonly message: string } | undefined): string {
  if (issue?.message.startsWith('is ') === true) return `The ${issue.path} ${issue.message}.`;
  const where = issue === undefined ? '' : ` ${issue.path === '' ? 'Input' : issue.path}: ${issue.message}`;
  return `${method} was called with wrong input.${where}`;
}

function internal(): Failure {
  return {
    ok: false,
    code: 'internal',
    message: 'Something went wrong inside Lectern. Nothing of yours was lost; try again, or start Lectern anew.',
  };
}

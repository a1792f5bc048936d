/** Arguments read one by one; each throws `UsageError` for what it cannot take. */
import { UsageError } from './usage-error.ts';

export function readText(values: Readonly<Record<string, unknown>>, option: string): string | null {
  const text = values[option];
  if (text === '') throw new UsageError(`--${option} is empty.`);
  return typeof text === 'string' ? text : null;
}

export function takeOne(positionals: readonly string[], what: string): string {
  const [only, ...more] = positionals;
  if (only === undefined || only === '' || more.length > 0) throw new UsageError(`This needs ${what}.`);
  return only;
}

export function takeNone(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new UsageError(`"${positionals.join(' ')}" is not expected here.`);
}

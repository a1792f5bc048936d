import type { Task } from '@lit/task';

interface States<Value> {
  readonly loading: () => unknown;
  readonly complete: (value: Value) => unknown;
  readonly error: (error: unknown) => unknown;
}

/**
 * Renders a task so that asking again does not blank the page: what was shown stays until the new answer is there.
 * Only the first wait shows as one.
 */
export function renderKept<Value>(task: Task<readonly unknown[], Value>, states: States<Value>): unknown {
  const waiting = (): unknown => (task.value === undefined ? states.loading() : states.complete(task.value));
  return task.render({ initial: waiting, pending: waiting, complete: states.complete, error: states.error });
}

/** Turns chords, one after the other, into commands. Remembers the beginning of a sequence for a moment. */
import type { CommandId } from '../../main/contract/commands.ts';
import { canonicalKeys, commandIds, keysOf } from './keys.ts';

const patience = 1200;

export class KeyMatcher {
  #pending = '';
  #pendingSince = 0;

  /** `at` is in milliseconds of any steady clock. The answers are all commands on these keys; who can, takes it. */
  press(
    chord: string,
    at: number,
    changed: Readonly<Record<string, string>>,
  ): { readonly commands: readonly CommandId[]; readonly waits: boolean } {
    const before = at - this.#pendingSince <= patience ? this.#pending : '';
    this.#pending = '';
    for (const keys of before === '' ? [chord] : [`${before} ${chord}`, chord]) {
      const found = commandIds().filter((id) => keysOf(id, changed).some((own) => canonicalKeys(own) === keys));
      if (found.length > 0) return { commands: found, waits: false };
      if (startsSequence(keys, changed)) {
        this.#pending = keys;
        this.#pendingSince = at;
        return { commands: [], waits: true };
      }
    }
    return { commands: [], waits: false };
  }
}

function startsSequence(keys: string, changed: Readonly<Record<string, string>>): boolean {
  return commandIds().some((id) => keysOf(id, changed).some((own) => canonicalKeys(own).startsWith(`${keys} `)));
}

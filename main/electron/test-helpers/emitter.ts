/** The listening half of Electron's objects. Only the events that are named exist. */
export class Emitter {
  readonly #events: ReadonlySet<string>;
  readonly #listeners: { event: string; listener: (...args: never[]) => void; once: boolean }[] = [];

  constructor(...events: readonly string[]) {
    this.#events = new Set(events);
  }

  readonly on = (event: string, listener: (...args: never[]) => void): void => {
    this.#add(event, listener, false);
  };

  readonly once = (event: string, listener: (...args: never[]) => void): void => {
    this.#add(event, listener, true);
  };

  readonly off = (event: string, listener: (...args: never[]) => void): void => {
    const index = this.#listeners.findIndex((entry) => entry.event === event && entry.listener === listener);
    if (index !== -1) this.#listeners.splice(index, 1);
  };

  emit(event: string, ...args: unknown[]): void {
    if (!this.#events.has(event)) throw new Error(`Electron emits no "${event}" here`);
    for (const entry of this.#listeners.filter((one) => one.event === event)) {
      if (entry.once) this.off(event, entry.listener);
      (entry.listener as (...args: unknown[]) => void)(...args); // the test hands over what Electron documents
    }
  }

  /** As an event that can be prevented. True if somebody did. */
  emitPreventable(event: string, details: object = {}, ...args: unknown[]): boolean {
    let prevented = false;
    this.emit(event, { ...details, preventDefault: () => (prevented = true) }, ...args);
    return prevented;
  }

  #add(event: string, listener: (...args: never[]) => void, once: boolean): void {
    if (!this.#events.has(event)) throw new Error(`Electron emits no "${event}" here`);
    this.#listeners.push({ event, listener, once });
  }
}

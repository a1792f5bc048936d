import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SearchOrder } from '../../../main/contract/search-entities.ts';
import { replaceAddress } from '../../state/navigate.ts';
import { searchHref } from '../../state/route.ts';

/** Browsers stop listening to a page that changes its address with every keystroke. */
const delay = 250;

interface Asked {
  readonly query: string;
  readonly order: SearchOrder;
}

/** Keeps the window's address at what is searched for. */
export class AddressKeeper implements ReactiveController {
  /** What the address says. */
  readonly #address: () => Asked;
  readonly #wanted: () => Asked;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, address: () => Asked, wanted: () => Asked) {
    this.#address = address;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  write(order = this.#wanted().order): void {
    clearTimeout(this.#timer);
    const address = this.#address();
    const { query } = this.#wanted();
    if (query !== address.query || order !== address.order) replaceAddress(searchHref(query, order));
  }

  writeSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.write(), delay);
  }
}

import { ContextProvider } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { routeContext } from './contexts.ts';
import { parseRoute, type Route } from './route.ts';

/** Follows the window's address and provides the route. */
export class RouteController implements ReactiveController {
  route: Route = parseRoute(window.location.hash);
  readonly #host: LitElement;
  readonly #provider: ContextProvider<typeof routeContext, LitElement>;

  constructor(host: LitElement) {
    this.#host = host;
    this.#provider = new ContextProvider(host, { context: routeContext, initialValue: this.route });
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#follow);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#follow);
  }

  readonly #follow = (): void => {
    this.route = parseRoute(window.location.hash);
    this.#provider.setValue(this.route);
    this.#host.requestUpdate();
  };
}

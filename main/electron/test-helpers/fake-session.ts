/** A session of Electron's, with everything open until it is closed, as in the real one. */
import type { OpenSession } from '../security.ts';
import { Emitter } from './emitter.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type Check = Parameters<OpenSession['setPermissionCheckHandler']>[0];
type DeviceCheck = Parameters<OpenSession['setDevicePermissionHandler']>[0];
type PermissionRequest = Parameters<OpenSession['setPermissionRequestHandler']>[0];
type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;

export class FakeSession {
  readonly emitter = new Emitter('will-download');
  readonly on = this.emitter.on;
  spellChecker = true;
  proxy: unknown = null;
  readonly #schemes = new Map<string, Handler>();
  #check: Check = null;
  #request: PermissionRequest | null = null;
  #device: DeviceCheck = null;
  #before: BeforeRequest | null = null;

  readonly protocol = {
    handle: (scheme: string, handler: Handler) => {
      if (this.#schemes.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      this.#schemes.set(scheme, handler);
    },
  };

  readonly webRequest = {
    onBeforeRequest: (filter: unknown, listener?: unknown) => {
      this.#before = (listener ?? filter) as BeforeRequest; // the overload without a filter passes it first
    },
  };

  setPermissionCheckHandler(handler: Check): void {
    this.#check = handler;
  }
  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.#request = handler;
  }
  setDevicePermissionHandler(handler: DeviceCheck): void {
    this.#device = handler;
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecker = enable;
  }
  setProxy(config: unknown): Promise<void> {
    this.proxy = config;
    return Promise.resolve();
  }

  /** What the page gets from an address of a custom scheme. */
  async load(url: string, init?: RequestInit): Promise<Response> {
    const handler = this.#schemes.get(url.slice(0, url.indexOf(':')));
    if (handler === undefined) throw new Error('ERR_UNKNOWN_URL_SCHEME');
    return handler(new Request(url, init));
  }

  /** Whether a request leaves. */
  lets(url: string): boolean {
    let cancelled = false;
    this.#before?.({ url }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return !cancelled;
  }

  /** Whether a page of `origin` is granted a permission by the check, and by the request that follows. */
  grants(
    permission: string,
    origin: string,
    isMainFrame = true,
  ): { check: boolean; request: boolean; device: boolean } {
    let request = true;
    this.#request?.(null, permission, (granted) => (request = granted), { requestingUrl: `${origin}/`, isMainFrame });
    // The permission's name comes from Electron's long list; `webContents` may be null, as documented.
    const check = this.#check?.(null, permission as never, origin, {} as never) ?? true;
    return { check, request, device: this.#device?.({} as never) ?? true };
  }
}

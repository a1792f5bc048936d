/**
 * Seals the app, every session and every page: no permission, no other page, no other window, no request that leaves
 * the machine. Defaults of Chromium are not trusted where they could change.
 */
import type { App, CommandLine, Session, WebContents, WebRequest } from 'electron';
import { appOrigin, isOwnDownload, isWindowUrl } from './app-protocol.ts';
import type { Listening, Preventable } from './listening.ts';

/** Nothing listens there: whoever asks for a proxy gets no further. */
const nowhere = { mode: 'fixed_servers', proxyRules: '127.0.0.1:9' } as const;

export interface UnreadyApp extends Pick<App, 'enableSandbox'> {
  readonly commandLine: Pick<CommandLine, 'appendSwitch'>;
}

/** Before `ready`. */
export function sealApp(app: UnreadyApp): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
    app.commandLine.appendSwitch(name);
  }
}

export type UnsealedApp = Pick<App, 'configureHostResolver' | 'setProxy'>;

/** After `ready`: Chromium's own name server look-ups and proxy detection. */
export async function sealNetwork(app: UnsealedApp): Promise<void> {
  app.configureHostResolver({ secureDnsMode: 'off', enableBuiltInResolver: false });
  await app.setProxy(nowhere);
}

interface OfferedFile {
  getURL(): string;
  getFilename(): string;
  setSaveDialogOptions(options: { defaultPath: string }): void;
}

export interface OpenSession extends Pick<
  Session,
  'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled' | 'setProxy'
> {
  readonly webRequest: Pick<WebRequest, 'onBeforeRequest'>;
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      answer: (granted: boolean) => void,
      details: RequestDetails,
    ) => void,
  ): void;
  readonly on: Listening<{ 'will-download': [event: Preventable, item: OfferedFile] }>;
}

interface RequestDetails {
  readonly requestingUrl: string;
  readonly isMainFrame: boolean;
}

/** Once for each session, as soon as it exists. */
export async function sealSession(session: OpenSession): Promise<void> {
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    answer(isMainFrame && isAllowed(permission, requestingUrl));
  });
  session.setDevicePermissionHandler(() => false);
  // Chromium fetches dictionaries from elsewhere, even for windows that have spell checking off.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !isLocal(url) });
  });
  session.on('will-download', (event, item) => {
    if (isOwnDownload(item.getURL())) item.setSaveDialogOptions({ defaultPath: item.getFilename() });
    else event.preventDefault();
  });
  await session.setProxy(nowhere);
}

/** Copying a link or a citation, from our own window: the one thing a page may do to the machine. */
function isAllowed(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && (origin === appOrigin || origin.startsWith(`${appOrigin}/`));
}

function isLocal(url: string): boolean {
  return url.startsWith(`${appOrigin}/`) || /^(?:data|blob|devtools):/i.test(url);
}

export interface OpenContents extends Pick<WebContents, 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'> {
  readonly on: Listening<{
    'will-frame-navigate': [event: Navigation];
    'will-redirect': [event: Navigation];
    'will-attach-webview': [event: Preventable];
  }>;
}

interface Navigation extends Preventable {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** Once for each page, as soon as it exists. */
export function sealContents(contents: OpenContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  const keepInside = (event: Navigation) => {
    if (!event.isMainFrame || !isWindowUrl(event.url)) event.preventDefault();
  };
  contents.on('will-frame-navigate', keepInside);
  contents.on('will-redirect', keepInside);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

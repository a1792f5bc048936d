/** What differs by shell around the window: opening, saving, printing, copying. The rest of the window does not know. */
import type { Client } from '../../main/contract/client.ts';
import type { Outgoing } from '../../main/contract/outgoing.ts';
import { assetUrl } from '../lib/asset-url.ts';

export interface Desk {
  /** Whether `Mod` is the Command key. */
  readonly isMac: boolean;
  /** A desktop saves a PDF through a dialog; a browser offers that in its own print dialog. */
  readonly savesPdf: boolean;
  /** Asks for a folder in the system's dialog, as a place for libraries; null for a desk that has none. */
  readonly chooseFolder: (() => Promise<string | null>) | null;
  /** Opens a page elsewhere, only ever after a click. */
  openExternal(url: string): Promise<void>;
  /** Opens a file of the collection in whatever the system uses for it. */
  openDownload(asset: string, name: string): Promise<void>;
  print(): void;
  /** False if the reader cancelled. */
  savePdf(name: string): Promise<boolean>;
  saveFile(name: string, mediaType: string, content: string | Uint8Array<ArrayBuffer>): void;
  /** Has the shell hand over a file that the core made; a desktop asks where to put it. */
  takeAway(file: Pick<Outgoing, 'outgoing' | 'fileName'>): void;
  copy(text: string): Promise<void>;
}

const shared = {
  print: () => window.print(),
  saveFile: (name: string, mediaType: string, content: string | Uint8Array<ArrayBuffer>) => {
    const type = typeof content === 'string' ? `${mediaType};charset=utf-8` : mediaType;
    const url = URL.createObjectURL(new Blob([content], { type }));
    clickLink(url, name);
    // The browser has taken hold of the bytes once the click's task is over.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },
  takeAway: ({ outgoing, fileName }: Pick<Outgoing, 'outgoing' | 'fileName'>) => {
    clickLink(`/outgoing/${outgoing}`, fileName);
  },
  copy: (text: string) => navigator.clipboard.writeText(text),
};

export function electronDesk(client: Client, platform: string): Desk {
  return {
    ...shared,
    isMac: platform === 'darwin',
    savesPdf: true,
    chooseFolder: async () => (await client['shell.chooseFolder']({})).place,
    openExternal: async (url) => {
      await client['shell.openExternal']({ url });
    },
    openDownload: async (asset, name) => {
      await client['shell.openDownload']({ asset, name });
    },
    savePdf: async (name) => (await client['shell.savePdf']({ name })).saved,
  };
}

export function browserDesk(): Desk {
  return {
    ...shared,
    isMac: navigator.platform.startsWith('Mac'),
    savesPdf: false,
    chooseFolder: null,
    openExternal: (url) => {
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve();
    },
    openDownload: (asset, name) => {
      clickLink(assetUrl(asset), name);
      return Promise.resolve();
    },
    savePdf: () => {
      window.print();
      return Promise.resolve(true);
    },
  };
}

function clickLink(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

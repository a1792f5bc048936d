/**
 * What a browser may ask of the desktop app by `lectern:`: to save the page of one address, and nothing else. Any page can
 * open such an address, so what it asks is shown and can be taken back; the page itself learns nothing of it.
 */

const longest = 8000;

export interface PageToSave {
  readonly url: string;
  readonly title: string;
}

/** Null for whatever is not `lectern:save?url=` with an address of the web. */
export function readSaveAddress(address: string): PageToSave | null {
  if (address.length > 3 * longest) return null;
  const asked = URL.parse(address);
  if (asked?.protocol !== 'lectern:') return null;
  // Some systems make `lectern://save/?…` of it.
  if (`${asked.host}${asked.pathname}`.replace(/\/+$/, '') !== 'save') return null;
  const url = URL.parse(asked.searchParams.get('url') ?? '');
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.href.length > longest) return null;
  return { url: url.href, title: (asked.searchParams.get('title') ?? '').slice(0, 1000) };
}

/** Of the arguments of a start: the system hands the address over as one of them, wherever it stands. */
export function saveAddressIn(args: readonly string[]): PageToSave | null {
  const address = args.find((argument) => /^lectern:/i.test(argument));
  return address === undefined ? null : readSaveAddress(address);
}

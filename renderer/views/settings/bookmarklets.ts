/** Bookmarks that send the page one is on to Lectern. Each does nothing but open an address. Pure. */

export interface Bookmarklet {
  readonly label: string;
  readonly code: string;
}

const parts = "url='+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)";

/** For the desktop app always; for a Lectern in a browser only where this is one, since it has an address of its own. */
export function bookmarklets({ protocol, origin }: Pick<Location, 'protocol' | 'origin'>): readonly Bookmarklet[] {
  const desktop = {
    label: 'Copy the bookmark for the desktop app',
    code: `javascript:location.href='lectern:save?${parts}`,
  };
  if (protocol !== 'http:') return [desktop];
  const here = {
    label: 'Copy the bookmark for this address',
    code: `javascript:window.open('${origin}/#/save?${parts})`,
  };
  return [here, desktop];
}

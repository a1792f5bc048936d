/**
 * The form of an address by which one knows a page again: what differs in it are other pages, as far as an address can
 * tell. It is a key and no address: the article keeps the address that it came with.
 *
 * Dropped is only what is known to say where a visitor came from. A parameter that we do not know is kept, since it may be
 * what the page is.
 */

/** By exact name, lower case. Those that some site means something by (`ref`, `source`, `id`, `s`) are not here. */
const trackingNames: ReadonlySet<string> = new Set([
  ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'ysclid', 'twclid', 'ttclid'],
  ...['li_fat_id', 'igshid', 'igsh', 'mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hstc', '__hssc', '__hsfp'],
  ...['hsctatracking', 'vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id', 'rb_clickid', 's_cid', 'wickedid', 'icid'],
  ...['ncid', 'ref_src', 'ref_url', '_openstat', 'wt_mc', 'wt.mc_id', 'ml_subscriber', 'ml_subscriber_hash', '_ke'],
  ...['_branch_match_id', '_branch_referrer', 'ck_subscriber_id', 'srsltid', 'epik', '_ga', '_gl', 'guccounter'],
  ...['guce_referrer', 'guce_referrer_sig', 'spm_id_from', 'at_medium', 'at_campaign', 'sharedid', 'share_id', 'cmpid'],
]);
const trackingStarts = ['utm_', 'pk_', 'mtm_', 'matomo_', 'piwik_', 'hsa_', 'stm_', 'itm_'];

/** Null for what is no http or https address. The key of a key is the key. */
export function urlKey(address: string): string | null {
  const url = URL.parse(address.trim());
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null;
  const host = url.hostname.replace(/\.$/, '').replace(/^www\./, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  // A fragment is a place in the page, unless the page is chosen by it.
  const route = /^#!|^#\//.test(url.hash) ? url.hash : '';
  return `${host}${port}${pathKey(url.pathname)}${queryKey(url.search)}${route}`;
}

/** The host as readers know it, without `www.`; empty for what is no address. */
export function siteOf(address: string | null): string {
  const url = address === null ? null : URL.parse(address);
  return url === null ? '' : url.hostname.replace(/^www\./, '');
}

function pathKey(pathname: string): string {
  const path = evenPercents(pathname).replace(/\/+$/, '');
  return path.replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '');
}

/** In the order that they came in: a site may read the first, and a key must not make two pages one. */
function queryKey(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracking(parameter));
  return kept.length === 0 ? '' : `?${evenPercents(kept.join('&'))}`;
}

function isTracking(parameter: string): boolean {
  const name = decoded(parameter.split('=')[0] ?? '').toLowerCase();
  return trackingNames.has(name) || trackingStarts.some((start) => name.startsWith(start));
}

/** `%7e` and `~` are one, `%c3%a9` and `%C3%A9` too; what must be encoded stays so. */
function evenPercents(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const sign = String.fromCharCode(parseInt(encoded.slice(1), 16));
    return /^[A-Za-z0-9._~-]$/.test(sign) ? sign : encoded.toUpperCase();
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not percent-encoding: it is what it says
  }
}

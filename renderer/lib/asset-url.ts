/** The address under which both shells serve a file of the collection by its asset name. */
export function assetUrl(asset: string): string {
  return `/assets/${encodeURIComponent(asset)}`;
}

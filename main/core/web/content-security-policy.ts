/**
 * What a page of ours may do, for both shells: run our own scripts, load our own styles, fonts and pictures, ask our own
 * origin. Nothing inline, nothing foreign, no markup from strings.
 */

const windowPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'style-src-attr': "'none'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  // `default` is not made by us today: listed so that a worker's address could be approved by one.
  'trusted-types': 'lit-html dompurify default',
} as const;

/** For the window and everything that it loads of its own. */
export const windowContentSecurityPolicy = Object.entries(windowPolicy)
  .map(([directive, value]) => `${directive} ${value}`)
  .join('; ');

/** For files of a collection: should one ever be opened as a page, it can do nothing. */
export const assetContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

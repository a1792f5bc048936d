/**
 * The only user of DOMPurify. Markup goes in, a fragment that can run nothing and fetch nothing comes out; nobody else
 * turns a string into elements. Content was cleaned once when it was packed: this is the second, independent lock.
 */
import DOMPurify, { type Config } from 'dompurify';

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { html: true, svg: true, mathMl: true },
  FORBID_TAGS: [
    ...['style', 'script', 'form', 'iframe', 'input', 'button', 'select', 'textarea', 'dialog'],
    ...['audio', 'video', 'source', 'track', 'image', 'feimage', 'animate', 'set', 'animatemotion', 'animatetransform'],
  ],
  FORBID_ATTR: ['style', 'srcset', 'poster', 'background', 'action', 'formaction', 'ping'],
  RETURN_DOM_FRAGMENT: true,
};

/** What fetches by itself must come from us: our own asset route, or bytes that are already here. */
const ownSource = /^(?:\/(?![/\\])|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i;
/** Where a link may lead: into the text, to one of our own addresses, or out of the window, which asks first. */
const linkTarget = /^(?:#|https?:|mailto:)/i;
const foreignPaint = /url\(\s*(?!['"]?#)/i;

// One instance for the window: a second would ask for its Trusted Types policy again, and be refused.
if (DOMPurify.isSupported) {
  DOMPurify.addHook('uponSanitizeAttribute', (_node, data) => {
    if (!mayStay(data.attrName, data.attrValue)) data.keepAttr = false;
  });
}

/** Throws where the browser cannot sanitise, rather than let markup through. */
export function sanitise(markup: string): DocumentFragment {
  if (!DOMPurify.isSupported) throw new Error('This browser cannot sanitise markup, so none is shown.');
  return DOMPurify.sanitize(markup, config);
}

function mayStay(name: string, value: string): boolean {
  if (name === 'src') return ownSource.test(value);
  if (name === 'href' || name === 'xlink:href') return linkTarget.test(value);
  return !foreignPaint.test(value);
}

/**
 * The only user of DOMPurify. Markup goes in, a fragment that can run nothing and fetch nothing comes out; nobody else
 * turns a string into elements. Content was cleaned once when it was packed: this is the second, independent lock.
 */
import createDOMPurify, { type Config } from 'dompurify';

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { html: true, svg: true, mathMl: true },
  FORBID_TAGS: [
    'style',
    'script',
    'form',
    'iframe',
    'input',
    'button',
    'select',
    'textarea',
    'animate',
    'set',
    'image',
  ],
  FORBID_ATTR: ['style', 'srcset', 'poster', 'background', 'action', 'formaction', 'ping'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#|\/(?!\/)|data:image\/(?:png|jpeg|gif|webp|avif);)/i,
  RETURN_DOM_FRAGMENT: true,
};

/** What may fetch by itself must come from us: our own asset route, or bytes that are already here. */
const ownSource = /^(?:\/(?!\/)|data:image\/)/i;
const foreignPaint = /url\(\s*(?!['"]?#)/i;

/** Throws where the browser cannot sanitise, rather than let markup through. */
export function sanitise(markup: string): DocumentFragment {
  const purifier = createDOMPurify(window);
  if (!purifier.isSupported) throw new Error('This browser cannot sanitise markup, so none is shown.');
  purifier.addHook('uponSanitizeAttribute', (_node, data) => {
    const fetches = data.attrName === 'src' && !ownSource.test(data.attrValue);
    if (fetches || foreignPaint.test(data.attrValue)) data.keepAttr = false;
  });
  return purifier.sanitize(markup, config);
}

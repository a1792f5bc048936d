/** The parts of a page that stand around its text: known by element, by role, by the names that templates give them. */
import { attribute, namesOf, type PageElement } from './nodes.ts';

const names = new RegExp(
  String.raw`(?:^|[\s_-])(?:${[
    ...[
      'nav',
      'navbar',
      'navigation',
      'breadcrumbs?',
      'menu',
      'toolbar',
      'masthead',
      'skip-?(?:link|nav|to)\\S*',
      'pagination',
    ],
    ...[
      'pager',
      'prev-?next',
      'share',
      'sharing',
      'sharedaddy',
      'social',
      'follow-?us',
      'comments?',
      'disqus',
      'respond',
    ],
    ...[
      'related',
      'recommend(?:ed|ations?)?',
      'read-?(?:more|next)',
      'more-?(?:from|stories|posts)',
      'popular',
      'trending',
    ],
    ...[
      'newsletter',
      'subscribe',
      'subscription',
      'sign-?up',
      'promo',
      'sponsor(?:ed)?',
      'advert\\S*',
      'ads?',
      'ad-?slot',
    ],
    ...[
      'cookies?',
      'consent',
      'gdpr',
      'popup',
      'modal',
      'overlay',
      'paywall',
      'login',
      'widgets?',
      'site-?(?:header|footer)',
    ],
    ...[
      'footer',
      'colophon',
      'outbrain',
      'taboola',
      'tag-?(?:list|cloud)',
      'tags',
      'print-?only',
      'screen-?reader-?text',
    ],
    ...[
      'sr-?only',
      'visually-?hidden',
      'edit-?section',
      'mw-editsection',
      'headerlink',
      'noprint',
      'navbox',
      'catlinks',
    ],
  ].join('|')})(?:$|[\s_-])`,
);
const roles = /^(?:navigation|banner|contentinfo|search|menu|menubar|dialog|alertdialog|toolbar|tablist)$/;
const elements = new Set(['nav', 'form', 'footer', 'dialog']);
const never = new Set([
  'html',
  'body',
  'main',
  'article',
  'math',
  'svg',
  'pre',
  'code',
  'table',
  'tbody',
  'tr',
  'td',
  'th',
]);
/** Phrases in the text have classes of their own making, a comment in a listing for one. */
const phrases = new Set([
  'span',
  'a',
  'b',
  'i',
  'em',
  'strong',
  'small',
  'sup',
  'sub',
  'abbr',
  'cite',
  'kbd',
  'time',
  'img',
]);
const phraseNames =
  /(?:^|\s)(?:mw-editsection|headerlink|header-anchor|sr-only|screen-reader-text|visually-hidden|noprint)(?:\s|$)/;
const notes = /foot-?note|endnote|reference|citation|bibliograph|note/;

/** Whether an element, by itself, says that it is no part of the text. */
export function isBoilerplate(element: PageElement): boolean {
  if (never.has(element.tagName)) return false;
  if (isHidden(element)) return true;
  const called = namesOf(element);
  if (phrases.has(element.tagName)) return phraseNames.test(called);
  if (notes.test(called)) return false;
  if (elements.has(element.tagName) || roles.test(attribute(element, 'role') ?? '')) return true;
  return names.test(called);
}

function isHidden(element: PageElement): boolean {
  return (
    attribute(element, 'hidden') !== null ||
    (attribute(element, 'style') ?? '').includes('display:none') ||
    (attribute(element, 'aria-hidden') === 'true' && element.tagName !== 'img')
  );
}

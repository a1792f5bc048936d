/**
 * What an article's HTML may consist of, wherever the article came from: the first of two locks, the second being where it
 * is shown. It lets through text, tables, figures, code, formulas and drawings, and nothing that runs, loads from
 * elsewhere, takes input or brings styles of its own. Ids have prefixes of ours, so that no id can pose as another.
 */
import type { Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { svgElements, svgId, svgProperties } from './svg-schema.ts';

type Definition = NonNullable<Schema['attributes']>[string][number];

const htmlElements = [
  ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'div', 'aside'],
  ...['figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'abbr', 'b', 'bdi', 'br', 'cite', 'code', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr'],
];

const mathElements = [
  ...[
    'math',
    'mrow',
    'mi',
    'mn',
    'mo',
    'ms',
    'mtext',
    'mspace',
    'msub',
    'msup',
    'msubsup',
    'munder',
    'mover',
    'munderover',
  ],
  ...[
    'mmultiscripts',
    'mprescripts',
    'mfrac',
    'msqrt',
    'mroot',
    'mtable',
    'mtr',
    'mtd',
    'mpadded',
    'mphantom',
    'mstyle',
  ],
];

const mathAttributes: Definition[] = [
  ...[
    'display',
    'mathvariant',
    'stretchy',
    'fence',
    'form',
    'separator',
    'lspace',
    'rspace',
    'width',
    'height',
    'depth',
  ],
  ...['voffset', 'columnalign', 'columnspacing', 'rowspacing', 'columnspan', 'rowspan', 'displaystyle', 'scriptlevel'],
  ...['linethickness', 'accent', 'accentunder', 'minsize', 'maxsize', 'movablelimits', 'symmetric', 'largeop'],
  ['className', /^tml-[a-z-]+$/],
];

const svgAttributes: Definition[] = [
  ...[...svgProperties].map(([name, pattern]): Definition => [name, pattern]),
  ['id', svgId],
];

const htmlId = /^(?:n\d+|h-[\p{L}\p{N}-]+)$/u;

const schema: Schema = {
  tagNames: [...htmlElements, ...mathElements, ...svgElements],
  attributes: {
    ...Object.fromEntries(mathElements.map((name) => [name, mathAttributes])),
    ...Object.fromEntries([...svgElements].map((name) => [name, svgAttributes])),
    '*': [['dataBlock', /^\d+$/], 'dataSkip', ['dir', 'ltr', 'rtl', 'auto'], 'lang'],
    a: [
      'ariaLabel',
      ['className', 'fn', 'external'],
      ['href', /^(?:#\S*|https?:\/\/\S+|mailto:\S+)$/i],
      ['rel', 'external', 'noopener', 'noreferrer'],
    ],
    abbr: ['title'],
    aside: [
      ['className', 'sidenote', 'pull'],
      ['id', htmlId],
      ['role', 'note'],
    ],
    code: [['className', 'hljs', /^language-[\w+#.-]+$/]],
    div: [['className', 'math']],
    figure: [['className', 'figure', 'figure--wide', 'tablefig', 'code']],
    h2: [['id', htmlId]],
    h3: [['id', htmlId]],
    h4: [['id', htmlId]],
    img: ['alt', 'height', ['loading', 'lazy'], ['src', /^\/assets\/[0-9a-f]{32}\.[a-z0-9]+$/], 'width'],
    ol: ['start'],
    p: [['className', 'opening']],
    pre: [['tabIndex', 0]],
    span: ['ariaLabel', ['className', 'sc', 'credit', 'endmark', 'sidenote__n', /^hljs-[\w-]+_?$/], ['role', 'img']],
    svg: [...svgAttributes, 'ariaLabel', ['ariaHidden', 'true'], ['className', 'art'], ['role', 'img']],
    td: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']],
    th: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right'], ['scope', 'row', 'col']],
    time: ['dateTime'],
  },
  ancestors: Object.fromEntries(
    ['tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'].map((name) => [name, ['table']]),
  ),
  // Ids and addresses are held to the patterns above, so nothing is left to prefix and no protocol to ask about.
  clobber: [],
  protocols: {},
  required: {},
  strip: ['script', 'style', 'title', 'template', 'iframe', 'object', 'noscript', 'textarea', 'select'],
  allowComments: false,
  allowDoctypes: false,
};

/** A copy with only what the schema knows. */
export function sanitizeArticle(tree: Root): Root {
  const safe = sanitize(tree, schema);
  if (safe.type !== 'root') throw new TypeError('A sanitised root is a root.');
  return safe;
}

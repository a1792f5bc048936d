/** Listings: the text as it was typed, without line numbers and colours of the page's own, and the language if it is named. */
import type { Element, ElementContent, Root } from 'hast';
import { childrenOf, classesOf, element, isElement, isNamed, propertyOf, setChildren, text } from './hast.ts';

const lineBlocks = new Set(['div', 'p', 'li', 'tr']);
const lineNumbers =
  /(?:^|[\s_-])(?:linenos?|line-?numbers?(?:-rows)?|gutter|lnt|ln-num|hljs-ln-numbers|copy-?(?:btn|button)?)(?:$|[\s_-])/i;
const noLanguages = new Set(['hljs', 'code', 'highlight', 'plain', 'none', 'nohighlight', 'sourcecode', 'text']);

/** Each `pre` becomes a figure, as in the stories of the collection. */
export function settleListings(parent: Root | Element, hint = ''): void {
  const children = childrenOf(parent).map((child): ElementContent => {
    if (child.type !== 'element') return child;
    const language = languageOf(child) || hint;
    if (isNamed(child, 'pre')) return listing(child, language);
    const code = isNamed(child, 'table') ? codeOfTable(child) : null;
    if (code !== null) return listing(code, languageOf(code) || language);
    // A wrapper names the language of the listing that it holds, and of no other.
    settleListings(child, isNamed(child, 'div', 'figure', 'td', 'tr', 'tbody', 'table') ? language : '');
    return child;
  });
  setChildren(parent, children);
}

function listing(pre: Element, hint: string): Element {
  const inner = pre.children.find(isElement);
  const language = hint || (isNamed(inner, 'code') ? languageOf(inner) : '');
  const className = language === '' ? ['hljs'] : ['hljs', `language-${language}`];
  const written = codeText(pre).replace(/^\n/, '').trimEnd();
  const code = element('code', { className }, [text(written)]);
  return element('figure', { className: ['code'] }, [element('pre', { tabIndex: 0 }, [code])]);
}

/** A table with the numbers in one cell and the listing in another. */
function codeOfTable(table: Element): Element | null {
  const cells: Element[] = [];
  const visit = (node: Element): void => {
    for (const child of node.children.filter(isElement)) {
      if (isNamed(child, 'td')) cells.push(child);
      else visit(child);
    }
  };
  visit(table);
  const isCode =
    /(?:^|\s)(?:highlighttable|rouge-table|lntable|hljs-ln|syntaxhighlighter|js-file-line-container)(?:\s|$)/;
  if (!isCode.test(classesOf(table).join(' '))) return null;
  const lines = cells.filter((cell) => !lineNumbers.test(classesOf(cell).join(' ')) && !isNumbers(codeText(cell)));
  return element('pre', table.properties, [text(lines.map((cell) => codeText(cell).replace(/\n$/, '')).join('\n'))]);
}

function isNumbers(written: string): boolean {
  return /^[\d\s]+$/.test(written);
}

function codeText(node: ElementContent): string {
  const parts: string[] = [];
  const visit = (child: ElementContent): void => {
    if (child.type === 'text') parts.push(child.value);
    if (child.type !== 'element' || lineNumbers.test(classesOf(child).join(' '))) return;
    if (child.tagName === 'br') parts.push('\n');
    const isLine = lineBlocks.has(child.tagName);
    if (isLine && parts.length > 0 && !(parts.at(-1) ?? '').endsWith('\n')) parts.push('\n');
    child.children.forEach(visit);
    if (isLine && !(parts.at(-1) ?? '').endsWith('\n')) parts.push('\n');
  };
  visit(node);
  return parts.join('').replace(/\r\n?/g, '\n');
}

function languageOf(node: Element): string {
  const classes = classesOf(node);
  const named = [
    propertyOf(node, 'dataLang'),
    propertyOf(node, 'dataLanguage'),
    classes.includes('brush:') ? (classes[classes.indexOf('brush:') + 1] ?? '') : '',
    ...classes.map((name) => /^(?:language|lang|highlight-source|highlight|brush)[-:](.+)$/.exec(name)?.[1] ?? ''),
    ...(classes.includes('sourceCode') ? classes : []),
    classes.includes('rust') ? 'rust' : '',
  ];
  const languages = named.map((name) => name.toLowerCase().replace(/;.*$/, ''));
  return languages.find((name) => /^[\w+#.-]{1,30}$/.test(name) && !noLanguages.has(name)) ?? '';
}

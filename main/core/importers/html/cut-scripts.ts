/**
 * Takes the bodies of scripts and styles out of a page's text before it is parsed: they are most of a page, a parser reads
 * them letter by letter, and nothing of them is kept. Data and formulas in scripts stay. Safety does not hang on this:
 * what is safe is decided on the tree.
 */
const kept = /\btype\s*=\s*["']?\s*(?:application\/ld\+json|math\/)/i;

export function cutScripts(text: string): string {
  const parts: string[] = [];
  const opening = /<(script|style)\b([^>]{0,2000})>/gi;
  const closings = { script: /<\/script[\s/>]/gi, style: /<\/style[\s/>]/gi };
  let from = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const name = match[1]?.toLowerCase() === 'style' ? 'style' : 'script';
    if (kept.test(match[2] ?? '')) continue;
    const closing = closings[name];
    closing.lastIndex = opening.lastIndex;
    const end = closing.exec(text);
    if (end === null) break;
    parts.push(text.slice(from, opening.lastIndex));
    from = end.index;
    opening.lastIndex = closing.lastIndex;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

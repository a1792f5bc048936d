/** Name of the element that a file of XML begins with, in lower case and without its prefix; empty for other files. */
export function rootOf(head: string): string {
  let rest = head.trimStart();
  for (;;) {
    const [passed] = /^(?:<\?[^>]*>|<!--[^]*?-->|<!doctype[^>[]*(?:\[[^\]]*\][^>]*)?>)\s*/i.exec(rest) ?? [''];
    if (passed === '') break;
    rest = rest.slice(passed.length);
  }
  return /^<(?:[\w-]+:)?([\w-]+)[\s>/]/.exec(rest)?.[1]?.toLowerCase() ?? '';
}

/** The text of an element of XML that may hold HTML, written either way: escaped within it, or as elements of its own. */

export class ElementText {
  #text = '';
  #markup = '';
  #hasElements = false;

  add(text: string): void {
    this.#text += text;
    this.#markup += escaped(text);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#hasElements = true;
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
    this.#markup += `<${name}${written.join('')}>`;
  }

  close(name: string): void {
    if (!voids.has(name)) this.#markup += `</${name}>`;
  }

  get value(): string {
    return (this.#hasElements ? this.#markup : this.#text).toWellFormed();
  }
}

const voids = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * Highlights and notes as the W3C's Web Annotations: a collection in JSON-LD. What is quoted is named by its words with those
 * around it, and by where it stands in the text, if it was found there.
 */
import type { StoredHighlight } from '../store/library-store.ts';
import type { ArticleToExport, Exporter } from './export-source.ts';
import { filled } from './article-fields.ts';

export const annotationsExporter: Exporter = {
  kind: 'text',
  *text({ articles }): Generator<string> {
    yield `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:lectern:annotations","type":"AnnotationCollection","label":"Lectern","first":{"id":"urn:lectern:annotations:1","type":"AnnotationPage","startIndex":0,"items":[`;
    let total = 0;
    for (const article of articles) {
      for (const annotation of annotationsOf(article)) {
        yield `${total === 0 ? '' : ','}\n${JSON.stringify(annotation)}`;
        total += 1;
      }
    }
    yield `\n]},"total":${total}}\n`;
  },
};

function* annotationsOf(exported: ArticleToExport): Generator<Record<string, unknown>> {
  const { article, highlights, body } = exported;
  const source = article.url ?? `urn:lectern:article:${encodeURIComponent(article.id)}`;
  const about = filled({ source, 'dc:title': article.title });
  if (article.note !== '') {
    const annotation = { motivation: 'commenting', body: [comment(article.note)], target: about };
    yield { id: `urn:lectern:note:${encodeURIComponent(article.id)}`, type: 'Annotation', ...annotation };
  }
  const text = body?.blocks.join('\n') ?? '';
  for (const [index, highlight] of highlights.entries()) yield annotationOf(highlight, index, article.id, about, text);
}

function annotationOf(
  { quote, note, tags, colour, createdAt }: StoredHighlight,
  index: number,
  id: string,
  about: Record<string, unknown>,
  text: string,
): Record<string, unknown> {
  const bodies = [
    ...(note === '' ? [] : [comment(note)]),
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ];
  const selector = quote === '' ? [] : selectorsOf(quote, text);
  return filled({
    id: `urn:lectern:highlight:${encodeURIComponent(id)}:${index + 1}`,
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: createdAt,
    'lectern:colour': colour,
    body: bodies,
    target: { ...about, ...filled({ selector }) },
  });
}

function comment(value: string) {
  return { type: 'TextualBody', value, purpose: 'commenting', format: 'text/plain' };
}

/** How many signs around a quotation tell it from another of the same words. */
const around = 32;

/** Positions are of the blocks of the text, one a line, in UTF-16 units. */
function selectorsOf(exact: string, text: string): Record<string, unknown>[] {
  const start = text.indexOf(exact);
  if (start === -1) return [{ type: 'TextQuoteSelector', exact }];
  const end = start + exact.length;
  const prefix = text.slice(Math.max(0, start - around), start).toWellFormed();
  const suffix = text.slice(end, end + around).toWellFormed();
  return [
    { type: 'TextQuoteSelector', ...filled({ exact, prefix, suffix }) },
    { type: 'TextPositionSelector', start, end },
  ];
}

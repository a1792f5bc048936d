/** A story on its way out: as a file, as a citation. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Assets } from '../collection/assets.ts';
import type { Collection } from '../collection/collection.ts';
import { bibtex, citation } from '../exporters/citation.ts';
import { linkTo, type ExportedArticle } from '../exporters/exported-article.ts';
import { toHtml } from '../exporters/html.ts';
import { toMarkdown } from '../exporters/markdown.ts';
import { toPlainText } from '../exporters/plain-text.ts';

type ExportHandlers = Pick<CoreHandlers, 'articles.export' | 'articles.cite'>;

interface ExportPorts {
  readonly bundle: () => Collection;
  readonly assets: () => Assets;
}

export function createExportHandlers({ bundle, assets }: ExportPorts): ExportHandlers {
  const gather = (id: string): ExportedArticle => {
    const summary = bundle().summary(id);
    return { summary, body: bundle().body(id), publication: bundle().publication, link: linkTo(summary) };
  };
  return {
    'articles.export': ({ id, format }) => {
      const exported = gather(id);
      if (format === 'markdown') {
        return { fileName: `${id}.md`, mediaType: 'text/markdown', content: toMarkdown(exported) };
      }
      if (format === 'html') {
        return { fileName: `${id}.html`, mediaType: 'text/html', content: toHtml(exported, assets()) };
      }
      return { fileName: `${id}.txt`, mediaType: 'text/plain', content: toPlainText(exported) };
    },
    'articles.cite': ({ id }) => {
      const exported = gather(id);
      return { citation: citation(exported), bibtex: bibtex(exported), link: exported.link };
    },
  };
}

/** The whole edition as an EPUB, in the order of the sections, by the same exporter that saves one story. */
import { toEpub } from '../../main/core/exporters/epub/epub.ts';
import { linkTo, type ExportedArticle } from '../../main/core/exporters/exported-article.ts';
import type { Edition } from './edition.ts';

export function toEditionEpub({ source, summaries }: Edition): Uint8Array {
  const publication = source.publication.value;
  const bodies = new Map(source.stories.map(({ matter, body }) => [matter.id, body]));
  const stories = source.sections.value.flatMap((section): ExportedArticle[] =>
    summaries
      .filter((summary) => summary.section?.id === section.id)
      .flatMap((summary) => {
        const body = bodies.get(summary.id);
        return body === undefined ? [] : [{ summary, body, publication, link: linkTo(summary) }];
      }),
  );
  return toEpub(stories, {
    frame: {
      identifier: `urn:lectern:${publication.id}:${publication.issued}`,
      title: `${publication.name}, ${publication.edition}`,
      subtitle: publication.tagline,
      language: publication.language,
      publisher: publication.name,
      issued: publication.issued,
    },
    readAsset: (name) => source.shelf.assets.get(name) ?? null,
  });
}

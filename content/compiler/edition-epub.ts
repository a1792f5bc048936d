/** The whole edition as an EPUB, in the order of the sections, by the same exporter that saves one story. */
import { digest } from '../../main/core/collection/bundle-schema.ts';
import { toEpub } from '../../main/core/exporters/epub/epub.ts';
import type { XhtmlBody } from '../../main/core/exporters/epub/xhtml.ts';
import { linkTo, type ExportedArticle } from '../../main/core/exporters/exported-article.ts';
import type { PlainSummary } from '../../main/core/collection/collection.ts';
import type { Edition } from './edition.ts';
import type { CompiledStory } from './read-story.ts';

export function toEditionEpub({ source, summaries, cache }: Edition): Uint8Array {
  const publication = source.publication.value;
  const stories = new Map(source.stories.map((story) => [story.matter.id, story]));
  const ordered = source.sections.value.flatMap((section): ExportedArticle[] =>
    summaries
      .filter((summary) => summary.section?.id === section.id)
      .flatMap((summary) => {
        const story = stories.get(summary.id);
        return story === undefined ? [] : [lazily(summary, story, publication)];
      }),
  );
  const ids = digest(ordered.map(({ summary }) => summary.id).join('\n'));
  return toEpub(ordered, {
    recall: ({ summary }, make) => {
      const about = digest(JSON.stringify([summary, publication.name, publication.language, ids]));
      const key = `edition-epub\0${stories.get(summary.id)?.identity ?? ''}\0${about}`;
      return JSON.parse(cache.text(key, () => JSON.stringify(make()))) as XhtmlBody; // as `make` gave it
    },
    frame: {
      identifier: `urn:lectern:${publication.id}:${publication.issued}`,
      title: `${publication.name}, ${publication.edition}`,
      subtitle: publication.tagline,
      language: publication.language,
      publisher: publication.name,
      issued: publication.issued,
    },
    readAsset: (name) => {
      const asset = source.shelf.assets.get(name);
      return asset === undefined ? null : { mediaType: asset.mediaType, bytes: asset.bytes() };
    },
  });
}

/** The text is read whenever the exporter looks at it, so that no two need be in memory. */
function lazily(
  summary: PlainSummary,
  story: CompiledStory,
  publication: ExportedArticle['publication'],
): ExportedArticle {
  return {
    summary,
    publication,
    link: linkTo(summary),
    get body() {
      return story.body();
    },
  };
}

/** The whole edition as an EPUB, in the order of the sections, by the same exporter that saves one story. */
import { toEpub } from '../../main/core/exporters/epub/epub.ts';
import { linkTo, type ExportedArticle } from '../../main/core/exporters/exported-article.ts';
import type { PlainSummary } from '../../main/core/collection/collection.ts';
import type { Edition } from './edition.ts';
import type { CompiledStory } from './read-story.ts';

export function toEditionEpub({ source, summaries }: Edition): Uint8Array {
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
  return toEpub(ordered, {
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

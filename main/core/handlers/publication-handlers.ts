/** The publication, its front page, downloads and jobs. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Collection } from '../collection/collection.ts';
import type { Summaries } from './summaries.ts';

type PublicationHandlers = Pick<CoreHandlers, 'publication.get' | 'front.get' | 'downloads.list' | 'jobs.list'>;

interface PublicationPorts {
  readonly bundle: () => Collection;
  readonly summaries: Summaries;
}

const continueLimit = 4;

export function createPublicationHandlers({ bundle, summaries }: PublicationPorts): PublicationHandlers {
  /** Begun and not finished, what was read last first. */
  const continueReading = () => {
    const begun = [...summaries.marks()]
      .filter(([id, mark]) => bundle().has(id) && mark.readAt !== null && mark.progress > 0 && !mark.finished)
      .sort(([, a], [, b]) => (b.readAt ?? '').localeCompare(a.readAt ?? ''));
    return begun.slice(0, continueLimit).map(([id, mark]) => summaries.dress(bundle().summary(id), mark));
  };

  return {
    'publication.get': () => bundle().publication,
    'front.get': () => {
      const { front, downloads } = bundle();
      return {
        lead: summaries.one(front.lead),
        leadPicture: front.leadPicture,
        featured: summaries.many(front.featured),
        latest: summaries.many(front.latest),
        sections: front.sections.map((section) => ({ ...section, stories: summaries.many(section.stories) })),
        continueReading: continueReading(),
        download: downloads.find((download) => download.id === front.download) ?? null,
      };
    },
    'downloads.list': () => ({ items: [...bundle().downloads] }),
    'jobs.list': () => ({ items: [...bundle().jobs] }),
  };
}

/** The publication, its front page, downloads and jobs. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Collection } from '../collection/collection.ts';
import type { Store } from '../store/store.ts';
import type { Summaries } from './summaries.ts';

type PublicationHandlers = Pick<CoreHandlers, 'publication.get' | 'front.get' | 'downloads.list' | 'jobs.list'>;

interface PublicationPorts {
  readonly bundle: () => Collection;
  readonly summaries: Summaries;
  readonly store: Store;
}

const continueLimit = 4;

export function createPublicationHandlers({ bundle, summaries, store }: PublicationPorts): PublicationHandlers {
  /** Stories and saved articles begun and not finished, what was read last first. */
  const continueReading = () =>
    store
      .begun()
      .filter((id) => summaries.has(id))
      .slice(0, continueLimit)
      .map(summaries.one);

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

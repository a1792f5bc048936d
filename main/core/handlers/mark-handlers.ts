/** What the reader does to an article, and the settings. Only articles that exist can be marked. */
import type { Marks } from '../../contract/entities.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import type { EventSource } from '../event-source.ts';
import type { Store } from '../store/store.ts';
import type { Summaries } from './summaries.ts';

type MarkHandlers = Pick<
  CoreHandlers,
  | 'bookmarks.set'
  | 'progress.set'
  | 'progress.clear'
  | 'recommendations.get'
  | 'recommendations.set'
  | 'recommendations.withdraw'
  | 'recommendations.list'
  | 'settings.get'
  | 'settings.set'
>;

interface MarkPorts {
  readonly summaries: Summaries;
  readonly store: Store;
  readonly events: EventSource;
}

export function createMarkHandlers({ summaries, store, events }: MarkPorts): MarkHandlers {
  /** Changes the marks of one existing article, tells everybody, answers the marks as they are now. */
  const change = (id: string, write: () => void): Marks => {
    summaries.one(id);
    write();
    events.marksChanged(id);
    const { bookmarkedAt: _, ...marks } = store.mark(id);
    return marks;
  };

  return {
    'bookmarks.set': ({ id, bookmarked }) =>
      change(id, () => {
        store.setBookmark(id, bookmarked);
      }),
    'progress.set': ({ id, progress, block }) =>
      change(id, () => {
        store.setProgress(id, progress, block);
      }),
    'progress.clear': ({ id }) =>
      change(id, () => {
        store.clearProgress(id);
      }),
    'recommendations.get': ({ id }) => {
      summaries.one(id);
      return { recommendation: store.recommendation(id) };
    },
    'recommendations.set': ({ id, verdict, reasons = [], opinion = '' }) => {
      summaries.one(id);
      const kept = store.setRecommendation({ articleId: id, verdict, reasons: [...new Set(reasons)], opinion });
      events.marksChanged(id);
      return kept;
    },
    'recommendations.withdraw': ({ id }) =>
      change(id, () => {
        store.withdrawRecommendation(id);
      }),
    'recommendations.list': () => ({ items: [...store.recommendations()] }),
    'settings.get': () => store.settings(),
    'settings.set': (given) => {
      const kept = store.setSettings(given);
      events.settingsChanged();
      return kept;
    },
  };
}

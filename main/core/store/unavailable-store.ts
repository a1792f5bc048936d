/** What stands in for the store when it cannot be opened: one can read, nothing is remembered, and each write says why. */
import { defaultSettings } from '../../contract/entities.ts';
import type { AppError } from '../../contract/errors.ts';
import { noMark, type Store } from './store.ts';

export function createUnavailableStore(directory: string, fault: AppError): Store {
  const refuse = (): never => {
    throw fault;
  };
  return {
    directory,
    fault,
    mark: () => noMark,
    marks: () => new Map(),
    recommendation: () => null,
    recommendations: () => [],
    settings: () => defaultSettings,
    setBookmark: refuse,
    setProgress: refuse,
    clearProgress: refuse,
    setRecommendation: refuse,
    withdrawRecommendation: refuse,
    setSettings: refuse,
    close: () => undefined,
  };
}

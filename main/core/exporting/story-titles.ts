/** What stories of the collection are called, for whoever reads the marks on them elsewhere. */
import { AppError } from '../../contract/errors.ts';
import { openCollection } from '../collection/open-collection.ts';
import { remember } from '../remember.ts';

/** Null for what is in no collection that can be opened: the mark goes without a title then. */
export function storyTitles(collectionDirectory: string): (id: string) => string | null {
  const collection = remember(() => openCollection(collectionDirectory));
  return (id) => {
    try {
      return collection().has(id) ? collection().summary(id).title : null;
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  };
}

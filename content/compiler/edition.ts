import type { PlainSummary } from '../../main/core/collection/collection.ts';
import type { SoundSource } from './catalogue.ts';

/** Everything an edition is made of. */
export interface Edition {
  readonly source: SoundSource;
  /** Newest first. */
  readonly summaries: readonly PlainSummary[];
}

import type { PlainSummary } from '../../main/core/collection/collection.ts';
import type { SoundSource } from './catalogue.ts';
import type { CompileCache } from './compile-cache.ts';

/** Everything an edition is made of. */
export interface Edition {
  readonly source: SoundSource;
  /** Newest first. */
  readonly summaries: readonly PlainSummary[];
  readonly cache: CompileCache;
}

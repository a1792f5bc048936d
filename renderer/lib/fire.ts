/** The one table of the events that our elements send upwards, and the one way to send them. */
import type { Settings } from '../../main/contract/entities.ts';
import type { Selection } from '../../main/contract/organise-entities.ts';
import type { ListRef } from './list-ref.ts';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

/** Articles are to be tagged, shelved or removed for good: the window asks how. */
export interface OrganiseRequest {
  readonly what: 'tags' | 'shelf' | 'purge';
  readonly selection: Selection;
  /** How many articles those are. */
  readonly count: number;
  /** The shelf on which they were looked at, if it was one. */
  readonly from: number | null;
  /** The tags of each, as far as they are known; null where only the core knows. */
  readonly tags: readonly (readonly string[])[] | null;
}

declare global {
  interface HTMLElementEventMap {
    /** Say a sentence at the foot of the window, with at most one thing to do about it. */
    'lectern-toast': CustomEvent<{ message: string; action?: ToastAction }>;
    /** An element that shows a failure was asked to try again. */
    'lectern-retry': CustomEvent<null>;
    /** A dialog was closed by the reader. */
    'lectern-close': CustomEvent<null>;
    /** A file of a featured download was chosen. */
    'lectern-open-download': CustomEvent<{ asset: string; name: string }>;
    /** Settings are to be changed and kept. */
    'lectern-change-settings': CustomEvent<{ patch: Partial<Settings> }>;
    /** An entry of a menu was chosen. */
    'lectern-choose': CustomEvent<{ id: string }>;
    /** An entry of a menu to choose from was chosen; `isActive` says whether it was so before. */
    'lectern-pick': CustomEvent<{ id: string; isActive: boolean }>;
    /** A story was loaded and shows; the window takes its title from it. */
    'lectern-story-shown': CustomEvent<{ title: string; list: ListRef | null }>;
  }
}

type Fired = {
  [
    Name in keyof HTMLElementEventMap as Name extends `lectern-${string}` ? Name : never
  ]: HTMLElementEventMap[Name] extends CustomEvent<infer Detail> ? Detail : never;
};

/** Bubbles and leaves shadow roots. */
export function fire<Name extends keyof Fired>(from: EventTarget, name: Name, detail: Fired[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

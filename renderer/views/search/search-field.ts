/**
 * The field, what completes it, and the help beside it. A template and no element: the field points at options by their
 * ids, and ids reach no further than a shadow root.
 */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Completion } from '../../../main/contract/search-entities.ts';
import '../../lib/icons/lectern-icon.ts';

export interface FieldModel {
  readonly typed: string;
  readonly completions: readonly Completion[];
  readonly isOpen: boolean;
  readonly chosenCompletion: number;
  readonly hint: Completion | null;
  /** The id of the chosen hit; null if there is none. */
  readonly activeHit: string | null;
  readonly onInput: (event: InputEvent) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  readonly onTake: (completion: Completion) => void;
  readonly onClear: () => void;
  readonly onHelp: () => void;
}

export function searchField(model: FieldModel): unknown {
  const { typed, isOpen, activeHit } = model;
  const active = isOpen && model.chosenCompletion >= 0 ? completionId(model.chosenCompletion) : activeHit;
  return html`<form class="field" role="search" @submit=${(event: Event) => event.preventDefault()}>
    <lectern-icon name="search"></lectern-icon>
    <span class="field__box">
      <input
        type="search"
        .value=${live(typed)}
        placeholder="Words, “phrases”, -not, tag:…"
        aria-label="Search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${isOpen || activeHit !== null ? 'true' : 'false'}
        aria-controls=${isOpen ? 'completions' : 'hits'}
        aria-activedescendant=${active ?? nothing}
        aria-describedby="understood"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        dir="auto"
        @input=${model.onInput}
        @keydown=${model.onKey}
        @blur=${model.onBlur}
      />
      ${model.hint === null ? nothing : hintOf(typed, model.hint)}
    </span>
    ${
      typed === ''
        ? nothing
        : html`<button type="button" class="tool" aria-label="Clear" title="Clear" @click=${model.onClear}>
            <lectern-icon name="x"></lectern-icon>
          </button>`
    }
    <button
      type="button"
      class="tool"
      aria-label="How to search"
      title="How to search"
      aria-haspopup="dialog"
      @click=${model.onHelp}
    >
      <lectern-icon name="circle-help"></lectern-icon>
    </button>
    ${isOpen ? listOf(model) : nothing}
  </form>`;
}

/** What Tab would add, behind what was typed. */
function hintOf(typed: string, { insert, from, to }: Completion): unknown {
  const rest = insert.trimEnd().slice(to - from);
  return html`<span class="hint" aria-hidden="true"
    ><span class="hint__typed">${typed}</span>${rest}<kbd>Tab</kbd></span
  >`;
}

function listOf({ completions, chosenCompletion, onTake }: FieldModel): unknown {
  return html`<ul class="completions" id="completions" role="listbox" aria-label="Completions">
    ${completions.map(
      (completion, index) =>
        html`<li
          class="completion"
          id=${completionId(index)}
          role="option"
          aria-selected=${index === chosenCompletion ? 'true' : 'false'}
          @pointerdown=${(event: Event) => {
            // The focus stays in the field.
            event.preventDefault();
            onTake(completion);
          }}
        >
          <span class="completion__label">${completion.label}</span><span class="meta nums">${completion.detail}</span>
        </li>`,
    )}
  </ul>`;
}

function completionId(index: number): string {
  return `completion-${index}`;
}

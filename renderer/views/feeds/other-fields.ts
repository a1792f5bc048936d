/** The fields for what is done with everything that a feed brings, beside the rules with words. */
import { html, nothing } from 'lit';
import type { FeedRules } from '../../../main/contract/feed-entities.ts';
import { otherWords } from './rule-words.ts';

export function otherFields(rules: FeedRules, set: (some: Partial<FeedRules>) => void): unknown {
  const { newest, tags, shelf, keep, tidyAfterDays } = rules;
  const list = (text: string, by: string) =>
    text
      .split(by)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const number = (text: string) => {
    const read = Number.parseInt(text, 10);
    return Number.isNaN(read) ? null : read;
  };
  return html`<div class="two">
      ${field('Take the newest only', newest?.toString() ?? '', 'number', (text) => set({ newest: number(text) }))}
      ${field('Days from read to trash', tidyAfterDays?.toString() ?? '', 'number', (text) =>
        set({ tidyAfterDays: number(text) }),
      )}
      ${field('Give tags (comma)', tags.join(', '), 'text', (text) => set({ tags: list(text, ',') }))}
      ${field('Put on the shelf (a / b)', shelf.join(' / '), 'text', (text) => set({ shelf: list(text, '/') }))}
    </div>
    <label class="check"
      ><input type="checkbox" .checked=${keep} @change=${() => set({ keep: !keep })} /> Keep all of it in the
      inbox</label
    >
    <p class="hint" role="status">${otherWords(rules) || 'Nothing is kept or thrown away by itself.'}</p>`;
}

function field(label: string, value: string, type: 'text' | 'number', set: (text: string) => void): unknown {
  return html`<label class="field"
    ><span class="field__label">${label}</span
    ><input
      type=${type}
      min=${type === 'number' ? '1' : nothing}
      .value=${value}
      autocomplete="off"
      @change=${(event: Event) => set((event.currentTarget as HTMLInputElement).value)}
  /></label>`;
}

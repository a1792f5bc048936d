/** What stands between the field and the hits: what was understood, filters, count, order; and the keys at the foot. */
import { css } from 'lit';

export const saidStyles = css`
  .said {
    flex: none;
    display: grid;
    gap: var(--lectern-space-half);
    padding: 0.625rem var(--lectern-space-3) 0;
    color: var(--lectern-ink-2);
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
    max-block-size: 9rem;
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  .said p {
    overflow-wrap: anywhere;
  }
  .said b {
    font-weight: var(--lectern-weight-strong);
    color: var(--lectern-ink);
  }
  .said s {
    text-decoration-color: var(--lectern-danger);
    text-decoration-thickness: 1.5px;
  }
  .note i {
    font-style: italic;
    color: var(--lectern-ink);
  }
  .limit {
    display: flex;
    gap: 0.375rem;
    align-items: baseline;
    color: var(--lectern-warn);
    font-size: var(--lectern-type-xs);
    --lectern-icon: 0.75rem;
  }
  .filters {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 2.75rem;
    padding-inline: var(--lectern-space-3);
    overflow: auto hidden;
    scrollbar-width: none;
    mask-image: linear-gradient(to right, #000 calc(100% - 2rem), transparent);
  }
  .filters:dir(rtl) {
    mask-image: linear-gradient(to left, #000 calc(100% - 2rem), transparent);
  }
  .filters .chip {
    flex: none;
    max-inline-size: 16rem;
  }
  .filters .chip:hover {
    background: var(--lectern-ground-sunken);
  }
  .chip__label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Room for the last chip to come out of the fading edge. */
  .filters__end {
    flex: none;
    inline-size: var(--lectern-space-2);
    block-size: 1px;
  }
  .count {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--lectern-space-2);
    padding: 0 var(--lectern-space-3) 0.375rem;
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
    line-height: var(--lectern-lead-xs);
  }
  .count p {
    margin-inline-end: auto;
  }
  .keys {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--lectern-space-half) var(--lectern-space-2);
    padding: 0.625rem var(--lectern-space-3);
    margin-block-start: auto;
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
    background: var(--lectern-ground-rail);
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
  }
  .keys span {
    display: inline-flex;
    gap: var(--lectern-space-half);
    align-items: center;
  }
  @container search (inline-size < 44rem) {
    .keys {
      display: none;
    }
    .said,
    .filters,
    .count {
      padding-inline: var(--lectern-space-2);
    }
  }
`;

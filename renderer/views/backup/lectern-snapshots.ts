import { LitElement, css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Snapshot } from '../../../main/contract/backup-entities.ts';
import '../../components/lectern-label.ts';
import '../../components/lectern-error.ts';
import { fileSize } from '../../lib/counts.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';
import { printRoute } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { momentWords, reasonWords } from './backup-words.ts';
import { backupStyles } from './backup.styles.ts';

/** The library as it was, as a time line: each moment can be looked into. */
@customElement('lectern-snapshots')
export class LecternSnapshots extends LitElement {
  static override styles = [
    base,
    backupStyles,
    css`
      ol {
        position: relative;
        padding-inline-start: var(--lectern-space-3);
        border-inline-start: var(--lectern-hairline) solid var(--lectern-rule-strong);
        margin-inline-start: 0.25rem;
      }
      li {
        position: relative;
      }
      li::before {
        content: '';
        position: absolute;
        inset-inline-start: calc(-1 * var(--lectern-space-3) - 0.3125rem);
        inset-block-start: 1rem;
        inline-size: 0.5625rem;
        block-size: 0.5625rem;
        border: 2px solid var(--lectern-reader);
        border-radius: var(--lectern-radius-round);
        background: var(--lectern-ground);
      }
      a {
        display: block;
        padding-block: var(--lectern-space-1);
      }
      a:hover .name {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.16em;
      }
    `,
  ];

  readonly #snapshots = new ImportsWatch(
    this,
    async (client) => (await client['snapshots.list']({})).items,
    'backup.changed',
  );

  override render(): unknown {
    const { value, error } = this.#snapshots;
    if (value === undefined && error === null) return nothing;
    return html`<section aria-labelledby="snapshots">
      <lectern-label reader id="snapshots">The library as it was</lectern-label>
      <p class="said">
        While you read, Lectern keeps a copy of its list of articles every hour that something changed, then one a day
        and one a week. Look into any of them, and take back what you miss.
      </p>
      ${
        value === undefined
          ? html`<lectern-error
              heading="The snapshots cannot be listed"
              .error=${error}
              @lectern-retry=${() => this.#snapshots.again()}
            ></lectern-error>`
          : this.#line(value)
      }
    </section>`;
  }

  #line(snapshots: readonly Snapshot[]): unknown {
    if (snapshots.length === 0)
      return html`<p class="said said--quiet">There is none yet: the first comes within the hour.</p>`;
    return html`<ol>
      ${snapshots.map(({ id, takenAt, reason, bytes }) => {
        const why = reasonWords(reason);
        return html`<li>
          <a href=${printRoute({ name: 'backup', snapshot: id })}>
            <span class="name"><time datetime=${takenAt}>${momentWords(takenAt)}</time></span>
            <span class="meta nums">${why === '' ? '' : `${why}, `}${fileSize(bytes)}</span>
          </a>
        </li>`;
      })}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-snapshots': LecternSnapshots;
  }
}

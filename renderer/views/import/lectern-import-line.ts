import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { routeContext } from '../../state/contexts.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';
import { intakeContext, type Intake } from '../../state/intake.ts';
import { printRoute, type Route } from '../../state/route.ts';
import { count } from '../../lib/counts.ts';
import { base } from '../../styles/base.styles.ts';
import { isAtWork, progressWords, stateWords } from './import-words.ts';

/** At the head of the window while something is brought in: what, how far, and the way back to it. */
@customElement('lectern-import-line')
export class LecternImportLine extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      a {
        display: flex;
        gap: var(--lectern-space-2);
        justify-content: space-between;
        padding: 0.375rem var(--lectern-space-2);
        background: var(--lectern-ground-rail);
        border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
        color: var(--lectern-ink-2);
        font-size: var(--lectern-type-xs);
        line-height: var(--lectern-lead-xs);
      }
      a:hover .name {
        text-decoration: underline;
      }
      a:focus-visible {
        outline-offset: -2px;
      }
      .name {
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .far {
        flex: none;
        color: var(--lectern-ink-3);
      }
    `,
  ];

  @consume({ context: routeContext, subscribe: true }) @state() private route!: Route;
  @consume({ context: intakeContext, subscribe: true }) @state() private intake!: Intake;

  readonly #imports = new ImportsWatch(this, async (client) => (await client['imports.list']({})).items);

  override render(): unknown {
    const { route, intake } = this;
    if (intake.state.kind === 'sending' && !(route.name === 'import' && route.id === null)) {
      const { files, filesDone } = intake.state.progress;
      const far = files === 1 ? '' : `${filesDone} of ${files}`;
      return this.#line(null, `Taking in ${count(files, 'file', 'files')}`, far);
    }
    const atWork = this.#imports.value?.find(isAtWork);
    if (atWork === undefined || (route.name === 'import' && route.id === atWork.id)) return nothing;
    return this.#line(atWork.id, `${stateWords(atWork)}: ${atWork.name}`, progressWords(atWork));
  }

  #line(id: string | null, name: string, far: string): unknown {
    return html`<a href=${printRoute({ name: 'import', id })}
      ><span class="name">${name}</span><span class="far nums">${far}</span></a
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-import-line': LecternImportLine;
  }
}

import { LitElement, html, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { defaultSettings, type Settings, type Theme } from '../../main/contract/entities.ts';
import { fire } from '../lib/fire.ts';
import { charactersPerLine } from '../lib/reading-measure.ts';
import { base } from '../styles/base.styles.ts';
import themes from '../styles/themes.css?inline';
import { readingControlsStyles } from './lectern-reading-controls.styles.ts';

const faces = [
  ['serif', 'Source Serif'],
  ['sans', 'Inter'],
  ['mono', 'Code'],
] as const;

const pages = [
  ['paper', 'Paper'],
  ['white', 'White'],
  ['sepia', 'Sepia'],
  ['dusk', 'Dusk'],
  ['black', 'Black'],
] as const;

const reading = ['readingFace', 'readingSize', 'readingLeading', 'readingMeasure', 'justify'] as const;

/**
 * Face, size, leading, measure and page.
 *
 * @event lectern-change-settings - one or more settings are to be changed
 */
@customElement('lectern-reading-controls')
export class LecternReadingControls extends LitElement {
  // The swatches show the themes' own colours, which the document's sheet cannot give them in here.
  static override styles = [base, unsafeCSS(themes), readingControlsStyles];

  @property({ attribute: false }) settings: Settings = defaultSettings;

  override render(): unknown {
    const { readingSize, readingLeading, readingMeasure, justify } = this.settings;
    return html`<fieldset class="faces">
        <legend>Typeface</legend>
        ${faces.map(([face, name]) => this.#face(face, name))}
      </fieldset>
      ${this.#slide('Size', 'readingSize', 0.875, 2, 0.0625, `${Math.round(readingSize * 16)}`)}
      ${this.#slide('Leading', 'readingLeading', 1.2, 2.2, 0.05, readingLeading.toFixed(2).replace(/0$/, ''))}
      ${this.#slide('Measure', 'readingMeasure', 26, 52, 0.5, `${charactersPerLine(readingMeasure, readingSize)}`)}
      <fieldset class="themes">
        <legend>Page</legend>
        ${pages.map(([theme, name]) => this.#swatch(theme, name))}
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.settings.theme === 'system'}
          @change=${(event: Event) => this.#change({ theme: isChecked(event) ? 'system' : 'paper' })}
        />Follow the system: paper by day, dusk by night
      </label>
      <label class="check">
        <input
          type="checkbox"
          .checked=${justify}
          @change=${(event: Event) => this.#change({ justify: isChecked(event) })}
        />Justify both edges
      </label>
      <button
        class="link restore"
        ?hidden=${reading.every((name) => this.settings[name] === defaultSettings[name])}
        @click=${this.#restore}
      >
        Restore the publication’s setting
      </button>`;
  }

  #face(face: Settings['readingFace'], name: string): unknown {
    return html`<label class="option">
      <input
        type="radio"
        name="face"
        .checked=${this.settings.readingFace === face}
        @change=${() => this.#change({ readingFace: face })}
      /><span class="face--${face}">${name}</span>
    </label>`;
  }

  #slide(
    label: string,
    name: 'readingSize' | 'readingLeading' | 'readingMeasure',
    min: number,
    max: number,
    step: number,
    shown: string,
  ): unknown {
    const change = (event: Event): void => {
      if (event.target instanceof HTMLInputElement) this.#change({ [name]: event.target.valueAsNumber });
    };
    return html`<label class="slide">
      <span>${label}</span>
      <input
        type="range"
        min=${min}
        max=${max}
        step=${step}
        .value=${`${this.settings[name]}`}
        aria-valuetext=${name === 'readingMeasure' ? `about ${shown} characters` : shown}
        @input=${change}
      />
      <output>${shown}</output>
    </label>`;
  }

  #swatch(theme: Theme, name: string): unknown {
    return html`<label class="swatch">
      <input
        type="radio"
        name="theme"
        .checked=${this.settings.theme === theme}
        @change=${() => this.#change({ theme })}
      /><span class="swatch__page" data-theme=${theme} aria-hidden="true">Aa</span>
      <span class="swatch__name">${name}</span>
    </label>`;
  }

  #restore(): void {
    this.#change(Object.fromEntries(reading.map((name) => [name, defaultSettings[name]])));
  }

  #change(patch: Partial<Settings>): void {
    fire(this, 'lectern-change-settings', { patch });
  }
}

function isChecked(event: Event): boolean {
  return event.target instanceof HTMLInputElement && event.target.checked;
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-reading-controls': LecternReadingControls;
  }
}

import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Connection } from '../api/connect.ts';

@customElement('lectern-app')
export class LecternApp extends LitElement {
  @property({ attribute: false }) connection!: Connection;
}
declare global {
  interface HTMLElementTagNameMap {
    'lectern-app': LecternApp;
  }
}

/** Starts the window: ties it to its shell and sets the one element that holds everything else. */
import './lib/no-eval.ts';
import { connect } from './api/connect.ts';
import type { Bridge } from './api/transport.ts';
import './shell/lectern-app.ts';

declare global {
  interface Window {
    /** Exposed by the desktop's preload; absent in a browser. */
    readonly lectern?: Bridge;
  }
}

const app = document.createElement('lectern-app');
app.connection = connect(window.lectern);
document.body.append(app);

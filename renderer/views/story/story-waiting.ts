/** What stands in the page before the story does: its shape, or why it cannot be shown. */
import { html } from 'lit';
import { AppError } from '../../../main/contract/errors.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';

export function storyWaiting(): unknown {
  return html`<div class="page waiting"><lectern-loading label="Opening the story"></lectern-loading></div>`;
}

export function storyFailed(error: unknown, retry: () => void): unknown {
  const isMissing = error instanceof AppError && error.code === 'not-found';
  return html`<h1 class="vh">Story</h1>
    <lectern-error
      .heading=${isMissing ? 'There is no such story' : 'This story cannot be opened'}
      .error=${error}
      ?no-retry=${isMissing}
      @lectern-retry=${retry}
      ><a class="button" slot="actions" href="#/">To the front page</a></lectern-error
    >`;
}

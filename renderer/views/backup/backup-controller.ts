/** What the parts of the page ask of the core: the state of backups, kept current, and the tasks that they begin. */
import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import type { BackupStatus } from '../../../main/contract/backup-entities.ts';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';

export class BackupController {
  readonly #host: LitElement;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly watch: ImportsWatch<BackupStatus>;

  constructor(host: LitElement) {
    this.#host = host;
    this.#client = new ContextConsumer(host, { context: clientContext });
    this.watch = new ImportsWatch(host, (client) => client['backup.status']({}), 'backup.changed');
  }

  get isWorking(): boolean {
    return this.watch.value?.working != null;
  }

  /** Begins a task. What keeps it from beginning is said at the foot of the window; how it ends stands in the status. */
  async begin(task: (client: Client) => Promise<BackupStatus>): Promise<void> {
    const client = this.#client.value;
    if (client === undefined) return;
    try {
      this.watch.set(await task(client));
    } catch (error) {
      fire(this.#host, 'lectern-toast', { message: messageOf(error) });
    }
  }
}

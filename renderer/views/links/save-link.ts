/** Saves an address and says what became of it, with a way to take it back. */
import type { Client } from '../../../main/contract/client.ts';
import { fire } from '../../lib/fire.ts';
import { sayDone } from '../../lib/say-done.ts';

export async function saveLink(host: HTMLElement, client: Client, url: string, title = ''): Promise<string> {
  const saved = await client['links.save']({ url, title });
  const { network, paused } = await client['links.status']({});
  const later = network !== 'online' || paused;
  const message = !saved.there
    ? later
      ? 'Saved as a link. Its page is fetched when there is a network.'
      : 'Saved. Its page is being fetched.'
    : saved.isLink
      ? 'You have this link. Its page is fetched now.'
      : `You have this already: “${saved.title}”.`;
  if (saved.there) fire(host, 'lectern-toast', { message });
  else
    sayDone(host, message, () =>
      client['library.change']({ selection: { ids: [saved.articleId] }, change: { kind: 'trash' } }),
    );
  return saved.articleId;
}

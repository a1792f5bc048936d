/** Finds out in which shell the window stands and ties it to the core. Called once, by main.ts. */
import { createClient, type Client } from '../../main/contract/client.ts';
import { browserDesk, electronDesk, type Desk } from './desk.ts';
import { bridgeTransport, httpTransport, type Bridge, type Subscribe } from './transport.ts';

export interface Connection {
  readonly client: Client;
  readonly subscribe: Subscribe;
  readonly desk: Desk;
}

export function connect(bridge: Bridge | undefined): Connection {
  const transport = bridge === undefined ? httpTransport() : bridgeTransport(bridge);
  const client = createClient(transport.send);
  const desk = bridge === undefined ? browserDesk() : electronDesk(client, bridge.platform);
  return { client, subscribe: transport.subscribe, desk };
}

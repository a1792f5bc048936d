/** Hands the connection down: the typed client, the desk around the window, the events. */
import { createContext } from '@lit/context';
import type { Client } from '../../main/contract/client.ts';
import type { Desk } from './desk.ts';
import type { Subscribe } from './transport.ts';

/** Every method of the contract, as a function that throws `AppError`. */
export const clientContext = createContext<Client>(Symbol('client'));

export const deskContext = createContext<Desk>(Symbol('desk'));

export const eventsContext = createContext<Subscribe>(Symbol('events'));

/**
 * Finds the addresses of a host when a connection is made, and leaves out those that may not be reached. The connection
 * goes to what is answered here and to nothing else, so a name that leads elsewhere a moment later changes nothing.
 */
import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

export class PrivateAddressError extends Error {}

type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, found: readonly LookupAddress[]) => void,
) => void;

const resolveBySystem: Resolve = (host, done) => {
  lookup(host, { all: true }, done);
};

export function guardedLookup(resolve: Resolve = resolveBySystem): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, found) => {
      if (error !== null) {
        done(error, '', 0);
        return;
      }
      const open = found.filter(({ address }) => !isPrivateAddress(address));
      const [first] = open;
      if (first === undefined) done(new PrivateAddressError(`${host} leads to a private network.`), '', 0);
      else if (options.all === true) done(null, open);
      else done(null, first.address, first.family);
    });
  };
}

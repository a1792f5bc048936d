/** Which addresses lead to the reader's own machine or network, or to nowhere that a page could be. */
import { BlockList, isIP } from 'node:net';

const closed = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, prefix, 'ipv4');
// Of IPv6 only 2000::/3 is out in the world, and in it these are not.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, prefix, 'ipv6');
const world = new BlockList();
world.addSubnet('2000::', 3, 'ipv6');

/** True as well for what is no address. IPv4 inside IPv6, however it is written, counts as what it is inside. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = isIP(bare);
  if (family === 4) return closed.check(bare, 'ipv4');
  if (family !== 6) return true;
  const inside = embeddedAddress(bare);
  if (inside !== null) return closed.check(inside, 'ipv4');
  return !world.check(bare, 'ipv6') || closed.check(bare, 'ipv6');
}

/** Of ::ffff:a.b.c.d and the translators' 64:ff9b::a.b.c.d, by the one spelling that URL gives them. */
function embeddedAddress(address: string): string | null {
  const spelt = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const match = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(spelt);
  if (match === null) return null;
  const [high, low] = [parseInt(match[1] ?? '', 16), parseInt(match[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

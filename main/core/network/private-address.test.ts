import { describe, expect, it } from 'vitest';
import { isPrivateAddress } from './private-address.ts';

describe('private addresses', () => {
  it('are those of this machine, of its network and of nobody', () => {
    const closed = [
      ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
      ...['192.168.0.1', '198.18.0.1', '224.0.0.1', '239.1.1.1', '255.255.255.255', '240.0.0.1', '192.0.0.8'],
      ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::'],
      ...['::ffff:127.0.0.1', '::ffff:7f00:1', '[::ffff:10.0.0.1]', '64:ff9b::192.168.1.1', '::127.0.0.1', 'fec0::1'],
      ...['', 'localhost', '127.1'],
    ];
    expect(closed.filter((address) => !isPrivateAddress(address))).toEqual([]);
    const open = ['1.1.1.1', '100.128.0.1', '172.32.0.1', '93.184.216.34', '2606:4700::1111', '::ffff:1.1.1.1'];
    expect(open.filter(isPrivateAddress)).toEqual([]);
  });
});

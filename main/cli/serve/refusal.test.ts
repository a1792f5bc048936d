import { describe, expect, it } from 'vitest';
import { refusalOf, type RequestHead } from './refusal.ts';

const plain: RequestHead = { method: 'POST', host: '127.0.0.1:4000', origin: undefined, fetchSite: undefined };
const own = { origin: 'http://127.0.0.1:4000', fetchSite: 'same-origin' };

describe('the first look at a request', () => {
  it.each<Partial<RequestHead>>([
    own,
    {},
    { host: 'localhost:4000', origin: 'http://localhost:4000', fetchSite: 'same-origin' },
    { method: 'GET', fetchSite: 'none' },
    { method: 'GET', fetchSite: 'cross-site' },
  ])('lets %j pass', (head) => {
    expect(refusalOf({ ...plain, ...head }, 4000)).toBeNull();
  });

  it.each<Partial<RequestHead>>([
    { host: undefined },
    { host: '' },
    { host: '127.0.0.1' },
    { host: '127.0.0.1:4001' },
    { host: 'evil.example:4000' },
    { host: '127.0.0.1:4000.evil.example' },
    { host: '[::1]:4000' },
    { host: '0.0.0.0:4000' },
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { origin: 'https://127.0.0.1:4000' },
    { origin: 'http://127.0.0.1:4001' },
    { origin: 'http://localhost:4000' },
    { method: 'GET', origin: 'http://evil.example' },
    { fetchSite: 'cross-site' },
    { fetchSite: 'same-site' },
    { fetchSite: 'none' },
  ])('turns %j away', (head) => {
    expect(refusalOf({ ...plain, ...head }, 4000)).toMatchObject({ status: 403, failure: { code: 'forbidden' } });
  });
});

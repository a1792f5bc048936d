import { expect, it } from 'vitest';
import { readSaveAddress, saveAddressIn } from './save-address.ts';

it('saves the page of one address of the web, and does nothing else whatever it is asked', () => {
  const page = { url: 'https://a.org/?b=1&c#d', title: 'A & B' };
  const query = `url=${encodeURIComponent(page.url)}&title=${encodeURIComponent(page.title)}`;
  for (const address of [`lectern:save?${query}`, `lectern://save?${query}`, `LECTERN://save/?${query}`])
    expect(readSaveAddress(address)).toEqual(page);
  const wrong = [
    `lectern:open?${query}`,
    `lectern:save/../quit?${query}`,
    `https://save?${query}`,
    'lectern:save',
    'lectern:save?url=file:///etc/passwd',
    'lectern:save?url=javascript:alert(1)',
    'lectern:save?url=lectern:save',
    `lectern:save?url=https://a.org/${'a'.repeat(9000)}`,
    '',
  ];
  expect(wrong.map(readSaveAddress)).toEqual(wrong.map(() => null));
  expect(saveAddressIn(['lectern', '--flag', `lectern:save?${query}`])).toEqual(page);
  expect(saveAddressIn(['lectern', '--flag'])).toBeNull();
});

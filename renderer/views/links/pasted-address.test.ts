import { expect, it } from 'vitest';
import { addressIn } from './pasted-address.ts';

it('takes one address of the web, and no words around it', () => {
  const texts = [
    ' https://a.org/b \n',
    'HTTP://A.org',
    'see https://a.org',
    'https://a.org https://b.org',
    'javascript:alert(1)',
    '',
  ];
  expect(texts.map(addressIn)).toEqual(['https://a.org/b', 'http://a.org/', null, null, null, null]);
});

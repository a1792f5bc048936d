import { expect, it } from 'vitest';
import { bookmarklets } from './bookmarklets.ts';

it('opens nothing but our address, with the page encoded in it, and offers the one for a browser only in one', () => {
  const page = "url='+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)";
  const codes = bookmarklets({ protocol: 'http:', origin: 'http://127.0.0.1:1234' }).map(({ code }) => code);
  expect(codes).toEqual([
    `javascript:window.open('http://127.0.0.1:1234/#/save?${page})`,
    `javascript:location.href='lectern:save?${page}`,
  ]);
  expect(bookmarklets({ protocol: 'app:', origin: 'null' })).toHaveLength(1);
});

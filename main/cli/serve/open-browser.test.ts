import { describe, expect, it } from 'vitest';
import { browserCommand, openBrowser } from './open-browser.ts';

describe('opening a browser', () => {
  it('uses what each system has for it', () => {
    const url = 'http://127.0.0.1:4000/?token=x';
    expect(browserCommand(url, 'linux')).toEqual(['xdg-open', url]);
    expect(browserCommand(url, 'darwin')).toEqual(['open', url]);
    expect(browserCommand(url, 'win32')).toEqual(['cmd', '/c', 'start', '', url]);
  });

  it('says no, and throws nothing, where there is no such program', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nonexistent';
    expect(await openBrowser('http://127.0.0.1:4000/', 'linux')).toBe(false);
    process.env['PATH'] = path;
  });
});

import { describe, expect, it } from 'vitest';
import { parseExternalLink } from './external-link.ts';

describe('parseExternalLink', () => {
  it('names the host that a page is on', () => {
    expect(parseExternalLink('https://www.rfc-editor.org/rfc/rfc1135')).toEqual({
      kind: 'page',
      url: 'https://www.rfc-editor.org/rfc/rfc1135',
      host: 'www.rfc-editor.org',
      isSecure: true,
    });
    expect(parseExternalLink('http://localhost:8080/')).toMatchObject({ host: 'localhost:8080', isSecure: false });
  });

  it('is not taken in by a name that looks like a host, nor by letters that look like others', () => {
    expect(parseExternalLink('https://bank.example@evil.example/login')).toMatchObject({
      host: 'evil.example',
      url: 'https://evil.example/login',
    });
    expect(parseExternalLink('https://аpple.com/')).toMatchObject({ host: 'xn--pple-43d.com' });
  });

  it('names who a letter goes to', () => {
    expect(parseExternalLink('mailto:the%20desk@patch.example?subject=Hello')).toEqual({
      kind: 'mail',
      url: 'mailto:the%20desk@patch.example?subject=Hello',
      to: 'the desk@patch.example',
    });
  });

  it('opens nothing else', () => {
    for (const href of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '#n1', '/assets/x', '']) {
      expect(parseExternalLink(href)).toBeNull();
    }
  });
});

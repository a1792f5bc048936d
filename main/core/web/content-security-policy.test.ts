import { expect, it } from 'vitest';
import { windowContentSecurityPolicy } from './content-security-policy.ts';

it('lets the window run and load its own files, and nothing else', () => {
  expect(windowContentSecurityPolicy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html dompurify default',
  ]);
});

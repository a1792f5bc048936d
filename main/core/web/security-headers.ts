/** Headers that every answer of either shell carries, whatever it answers. */
import { windowContentSecurityPolicy } from './content-security-policy.ts';

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': windowContentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

import { describe, expect, it } from 'vitest';
import { safeFileName } from './file-name.ts';

describe('a name for the reader’s disk', () => {
  it.each([
    ['The worm that came to close the door', '.pdf', 'The worm that came to close the door.pdf'],
    ['the-patch.epub', '.epub', 'the-patch.epub'],
    ['invoice.exe', '.pdf', 'invoice.pdf'],
    ['run.desktop', '.pdf', 'run.pdf'],
    ['../../etc/passwd', '.pdf', 'etc passwd.pdf'],
    ['C:\\Windows\\system32', '.pdf', 'C Windows system32.pdf'],
    ['a\0b\nc\u202Egpj', '.pdf', 'a b c gpj.pdf'],
    ['What? "Never": <said> 3 * 4 | 12', '.pdf', 'What Never said 3 4 12.pdf'],
    ['.bashrc', '.pdf', 'Lectern.pdf'],
    ['...', '.pdf', 'Lectern.pdf'],
    ['', '.pdf', 'Lectern.pdf'],
    ['con', '.pdf', 'Lectern con.pdf'],
    ['LPT1.txt', '.pdf', 'Lectern LPT1.pdf'],
    ['漢字 café', '.md', '漢字 café.md'],
  ])('%j with %s is %j', (name, ending, safe) => {
    expect(safeFileName(name, ending)).toBe(safe);
  });

  it('is never too long', () => {
    expect(safeFileName('a'.repeat(500), '.pdf')).toHaveLength(104);
  });
});

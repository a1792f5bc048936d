import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCollection } from './compile-collection.ts';
import { temporaryFolder } from './compile-in-temp.ts';
import { scaffoldCollection } from './scaffold.ts';

const today = new Date('2026-11-23T10:00:00Z');

describe('a new publication', () => {
  it('compiles without a problem or a warning as it was written', async () => {
    const source = join(temporaryFolder(), 'my-paper');
    expect(await scaffoldCollection(source, today)).toMatchObject({ ok: true });
    const result = await compileCollection(source, join(temporaryFolder(), 'bundle'));
    expect(result).toMatchObject({ ok: true, warnings: [], stories: 2 });
  });

  it('is not written over anything', async () => {
    const source = temporaryFolder();
    mkdirSync(join(source, 'stories'));
    writeFileSync(join(source, 'publication.yaml'), 'mine');
    expect(await scaffoldCollection(source, today)).toEqual({
      ok: false,
      reason: expect.stringContaining('is not empty') as string,
    });
    expect(readFileSync(join(source, 'publication.yaml'), 'utf8')).toBe('mine');
  });
});

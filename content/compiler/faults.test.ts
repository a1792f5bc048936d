import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectionWith, fixtures } from './compile-in-temp.ts';
import { formatProblem } from './problems.ts';

/** expected.txt: a heading for each fault, and below it what the compiler says, line by line. */
function expectations(): Map<string, string[]> {
  const [, ...sections] = readFileSync(join(fixtures, 'expected.txt'), 'utf8').split(/^# /m);
  return new Map(
    sections.map((section) => {
      const [name = '', ...lines] = section.trim().split('\n');
      return [name, lines];
    }),
  );
}

const expected = expectations();

describe('a fault in a collection', () => {
  it('has an expectation for every fixture', () => {
    const faults = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...expected.keys()].sort()).toEqual(
      faults
        .map(({ name }) => name)
        .filter((name) => name !== 'sound')
        .sort(),
    );
  });

  it.each([...expected])('%s is told with file, line, cause and remedy', async (fault, lines) => {
    const { compile, out } = collectionWith(fault);
    const result = await compile();
    const problems = result.ok ? [] : result.problems.map(formatProblem);
    expect([...problems, ...result.warnings.map((warning) => `warning: ${formatProblem(warning)}`)]).toEqual(lines);
    expect(existsSync(out)).toBe(problems.length === 0);
  });

  it.each(['publication.yaml', 'authors.yaml', 'sections.yaml', 'front.yaml'])(
    'names %s when it is missing',
    async (file) => {
      const { source, compile } = collectionWith(null);
      rmSync(join(source, file));
      const result = await compile();
      expect(result).toMatchObject({ ok: false, problems: [{ file, line: 1, cause: 'The file is missing' }] });
    },
  );

  it('says so when there are no stories at all', async () => {
    const { source, compile } = collectionWith(null);
    rmSync(join(source, 'stories'), { recursive: true });
    const result = await compile();
    expect(result.ok ? [] : result.problems.map(({ cause }) => cause)).toContain('There is no story');
  });
});

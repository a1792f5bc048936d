import { expect, it } from 'vitest';
import { helpGroups } from './help-rows.ts';

const queries = (publication: Parameters<typeof helpGroups>[0]): readonly string[] =>
  helpGroups(publication).flatMap(({ rows }) => rows.map(({ query }) => query));

it('explains the language in words of the collection, quoting what needs it', () => {
  const shown = queries({
    tags: [
      { name: 'clocks', count: 4 },
      { name: 'Worms', count: 9 },
    ],
    sections: [{ id: 'offline', name: 'Offline reading', about: '', number: 1, count: 3 }],
  });
  expect(shown).toContain('worms -clocks');
  expect(shown).toContain('section:"offline reading"');
  expect(shown).toContain('worm*');
});

it('has examples before a collection is there', () => {
  expect(queries(null)).toContain('clock or time');
});

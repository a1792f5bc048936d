import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSelected, countSelected, isSelected, noneSelected, select, toggle, toSelection } from './selected-rows.ts';

const row = (id: string) => ({ id, tags: [] });
const ids = ['a', 'b', 'c', 'd', 'e'];

describe('a selection', () => {
  it('counts and asks for just what it shows as selected, whether it began with none or with all', () => {
    const steps = fc.array(fc.record({ id: fc.constantFrom(...ids), isToggle: fc.boolean(), isOn: fc.boolean() }));
    fc.assert(
      fc.property(steps, fc.boolean(), (given, isAll) => {
        const selected = given.reduce(
          (before, { id, isToggle, isOn }) => (isToggle ? toggle(before, row(id)) : select(before, [row(id)], isOn)),
          isAll ? allSelected : noneSelected,
        );
        const shown = ids.filter((id) => isSelected(selected, id));
        expect(countSelected(selected, ids.length)).toBe(shown.length);
        const asked = toSelection(selected, {});
        if (asked === null) expect(shown).toEqual([]);
        else if ('ids' in asked) expect(asked.ids.toSorted()).toEqual(shown);
        else expect(ids.filter((id) => asked.except?.includes(id) !== true)).toEqual(shown);
      }),
    );
  });
});

import { expect, it } from 'vitest';
import { CommandRegistry } from './command-registry.ts';

it('asks the one who registered last, and the one before once that is gone', () => {
  const registry = new CommandRegistry();
  const answered: string[] = [];
  registry.register({ 'list.down': () => answered.push('first') });
  const release = registry.register({ 'list.down': () => answered.push('second') });
  registry.run('list.down');
  release();
  registry.run('list.down');
  expect(answered).toEqual(['second', 'first']);
});

it('passes over one who is not active where the reader is', () => {
  const registry = new CommandRegistry();
  const answered: string[] = [];
  let active = false;
  registry.register({ 'list.open': () => answered.push('list') }, () => active);
  expect(registry.run('list.open')).toBe(false);
  active = true;
  expect(registry.has('list.open')).toBe(true);
  expect(registry.run('list.open')).toBe(true);
  expect(answered).toEqual(['list']);
});

it('lets handlers be taken back twice without harm to others', () => {
  const registry = new CommandRegistry();
  const release = registry.register({ 'go.home': () => undefined });
  registry.register({ 'go.jobs': () => undefined });
  release();
  release();
  expect([registry.has('go.home'), registry.has('go.jobs')]).toEqual([false, true]);
});

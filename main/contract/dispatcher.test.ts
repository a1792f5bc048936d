import { describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { createDispatcher } from './dispatcher.ts';
import { AppError } from './errors.ts';

type JobsHandler = () => { items: [] } | Promise<{ items: [] }>;

function dispatcher(jobs: JobsHandler, reports: unknown[] = []) {
  return createDispatcher<'jobs.list'>({
    handlers: { 'jobs.list': jobs },
    report: (method, error) => reports.push([method, error]),
  });
}

describe('the dispatcher', () => {
  it('answers an unknown method, an inherited name and no name at all with unknown-method', async () => {
    const dispatch = dispatcher(() => ({ items: [] }));
    for (const method of ['jobs.delete', 'constructor', '__proto__', 'toString', 7, null, undefined]) {
      expect(await dispatch(method, {})).toMatchObject({ ok: false, code: 'unknown-method' });
    }
  });

  it('refuses input that the schema does not know and says where it is wrong', async () => {
    const dispatch = dispatcher(() => ({ items: [] }));
    for (const input of [undefined, null, 'text', [], { extra: 1 }]) {
      expect(await dispatch('jobs.list', input)).toMatchObject({ ok: false, code: 'invalid-input' });
    }
    expect(await dispatch('jobs.list', { extra: 1 })).toMatchObject({
      message: expect.stringContaining('extra') as string,
    });
  });

  it('hands an expected failure across with its code and details', async () => {
    const dispatch = dispatcher(() => {
      throw new AppError('not-found', 'No such job.', { id: 'x' });
    });
    expect(await dispatch('jobs.list', {})).toEqual({
      ok: false,
      code: 'not-found',
      message: 'No such job.',
      details: { id: 'x' },
    });
  });

  it('reports a bug, and an output that breaks the contract, and answers internal without details', async () => {
    const reports: unknown[] = [];
    const bug = new TypeError('secret path');
    const thrown = await dispatcher(() => Promise.reject(bug), reports)('jobs.list', {});
    const broken = await dispatcher(() => ({ items: 'many' }) as unknown as { items: [] }, reports)('jobs.list', {});
    for (const reply of [thrown, broken]) {
      expect(reply).toMatchObject({ ok: false, code: 'internal' });
      expect(JSON.stringify(reply)).not.toContain('secret');
      expect(reply).not.toHaveProperty('details');
    }
    expect(reports).toHaveLength(2);
    expect(reports[0]).toEqual(['jobs.list', bug]);
  });
});

describe('the client', () => {
  it('gives the value of a reply, and throws a failure with its code', async () => {
    const dispatch = dispatcher(() => ({ items: [] }));
    const client = createClient(dispatch);
    await expect(client['jobs.list']({})).resolves.toEqual({ items: [] });
    await expect(client['front.get']({})).rejects.toMatchObject({ name: 'AppError', code: 'unknown-method' });
  });

  it('says that nobody answers when the line is down or what came back is no reply', async () => {
    const down = createClient(() => Promise.reject(new Error('ECONNREFUSED')));
    await expect(down['jobs.list']({})).rejects.toMatchObject({ code: 'unreachable' });
    const odd = createClient(() => Promise.resolve('<html>'));
    await expect(odd['jobs.list']({})).rejects.toMatchObject({ code: 'unreachable' });
  });
});

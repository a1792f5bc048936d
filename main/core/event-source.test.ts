import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventSource } from './event-source.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('events', () => {
  it('tell of the library at once and then rarely, but always of the last change', () => {
    const events = createEventSource();
    const heard: string[] = [];
    events.onEvent(({ event }) => heard.push(event));
    for (let save = 0; save < 100; save += 1) events.libraryChanged();
    expect(heard).toHaveLength(1);
    vi.advanceTimersByTime(300);
    expect(heard).toHaveLength(2);
    vi.advanceTimersByTime(5000);
    expect(heard).toHaveLength(2);
    events.libraryChanged();
    events.marksChanged('a');
    expect(heard).toEqual(['library.changed', 'library.changed', 'library.changed', 'marks.changed']);
    events.libraryChanged();
    events.close();
    vi.advanceTimersByTime(5000);
    expect(heard).toHaveLength(4);
  });
});

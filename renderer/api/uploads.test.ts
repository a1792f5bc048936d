import { describe, expect, it } from 'vitest';
import { uploadFiles, type UploadProgress } from './uploads.ts';

const given = (name: string, size = 3) => ({ file: new Blob(['x'.repeat(size)]), name });
const received = (upload: string) => ({ ok: true, value: { upload: upload.repeat(32), bytes: 3 } });
const failure = (code: string, message: string) => ({ ok: false, code, message });
const answer = (value: unknown) => ({ json: () => Promise.resolve(value) });

/** Answers the requests in the order in which they come. */
function shell(answers: readonly unknown[]) {
  const asked: RequestInit[] = [];
  let open = 0;
  let mostOpen = 0;
  const post = async (_address: string, request: RequestInit) => {
    const value = answers[asked.length];
    asked.push(request);
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    await new Promise((resolve) => setTimeout(resolve));
    open -= 1;
    request.signal?.throwIfAborted();
    if (value instanceof Error) throw value;
    return answer(value);
  };
  return { asked, post, mostOpen: () => mostOpen };
}

const options = (post: ReturnType<typeof shell>['post'], progress: (at: UploadProgress) => void = () => undefined) => ({
  signal: new AbortController().signal,
  progress,
  post,
});

describe('sending files', () => {
  it('sends two at a time, tells how far it is, and keeps their order and names', async () => {
    const { post, mostOpen } = shell([received('a'), received('b'), received('c')]);
    const progress: UploadProgress[] = [];
    const files = [given('x/a.html'), given('x/a_files/b.png', 5), given('c.md')];
    const { sent, unsent } = await uploadFiles(
      files,
      options(post, (at) => progress.push(at)),
    );
    expect(sent.map(({ upload, name }) => [upload.slice(0, 1), name])).toEqual([
      ['a', 'x/a.html'],
      ['b', 'x/a_files/b.png'],
      ['c', 'c.md'],
    ]);
    expect(unsent).toEqual([]);
    expect(mostOpen()).toBe(2);
    expect(progress[0]).toEqual({ files: 3, filesDone: 0, bytes: 11, bytesDone: 0 });
    expect(progress.at(-1)).toEqual({ files: 3, filesDone: 3, bytes: 11, bytesDone: 11 });
  });

  it('tells of each file that did not come through, and goes on with the others', async () => {
    const gone = new TypeError('Failed to fetch');
    const { post } = shell([gone, received('b'), 'no reply of ours', failure('store-unavailable', 'It is read-only.')]);
    const { sent, unsent } = await uploadFiles(
      ['a', 'b', 'c', 'd'].map((name) => given(name)),
      options(post),
    );
    expect(sent.map(({ name }) => name)).toEqual(['b']);
    expect(unsent.map(({ given: { name }, code }) => [name, code])).toEqual([
      ['a', 'unreachable'],
      ['c', 'internal'],
      ['d', 'store-unavailable'],
    ]);
    expect(unsent.at(-1)?.message).toBe('It is read-only.');
  });

  it('tries none of the rest once the disk is full', async () => {
    const full = failure('disk-full', 'The disk is full.');
    const { post, asked } = shell([full, received('b'), received('c'), received('d')]);
    const { sent, unsent } = await uploadFiles(
      ['a', 'b', 'c', 'd'].map((name) => given(name)),
      options(post),
    );
    expect(asked).toHaveLength(2);
    expect(sent.map(({ name }) => name)).toEqual(['b']);
    expect(unsent.map(({ given: { name }, code }) => [name, code])).toEqual([
      ['a', 'disk-full'],
      ['c', 'disk-full'],
      ['d', 'disk-full'],
    ]);
  });

  it('ends at once when it is cancelled', async () => {
    const { post, asked } = shell([received('a'), received('b'), received('c')]);
    const abort = new AbortController();
    const sending = uploadFiles(
      ['a', 'b', 'c'].map((name) => given(name)),
      {
        signal: abort.signal,
        progress: () => undefined,
        post,
      },
    );
    abort.abort();
    await expect(sending).rejects.toThrow(/abort/i);
    expect(asked).toHaveLength(2);
  });
});

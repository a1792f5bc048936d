/** The formats that are read piece by piece, in the order in which they are asked. */
import { readJsonLines } from './jsonl.ts';
import type { StreamFormat } from './stream-format.ts';

const jsonLines: StreamFormat = {
  name: 'JSON Lines',
  service: 'lectern',
  recognise: ({ head, ending }) => {
    if (ending === 'jsonl' || ending === 'ndjson') return 'Its name says so.';
    const [first = '', second = ''] = head.split('\n', 2).map((line) => line.trim());
    return isObject(first) && (second === '' || second.startsWith('{')) ? 'Its first line is a JSON object.' : null;
  },
  read: (source) => readJsonLines(source.name, source.stream()),
};

export const streamFormats: readonly StreamFormat[] = [jsonLines];

function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/**
 * Measures a keystroke from inside the page: from the time stamp that the browser gave the key event, before any script saw
 * it, to the first moment after the frame that shows the answer to the text as it then stood.
 *
 * The answer is known by its question: the probe reads the query of every `search.find` that the window sends. When that
 * reply has been parsed the window renders in the same turn; the next animation frame is the one that shows it, and a
 * message posted from that frame is delivered after it was painted. A keystroke whose text was never asked for, or whose
 * answer came after the next key, is not measured but counted.
 */
import type { Page } from '@playwright/test';

export interface ProbeResult {
  readonly text: string;
  /** Null where the next key came first. */
  readonly ms: number | null;
}

interface Probed {
  lecternProbe?: ProbeResult[];
}

/** Before the page is opened. */
export async function installProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const results: { text: string; ms: number | null }[] = [];
    Object.assign(globalThis, { lecternProbe: results });
    let pending: { text: string; pressed: number } | null = null;
    let asked = '';

    addEventListener(
      'input',
      (event) => {
        const [field] = event.composedPath();
        if (!(field instanceof HTMLInputElement)) return;
        const text = field.value.trim();
        if (text === asked) return; // a space, which asks for nothing new
        asked = text;
        if (pending !== null) results.push({ text: pending.text, ms: null });
        pending = { text, pressed };
      },
      { capture: true },
    );
    let pressed = 0;
    addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });

    const send = fetch;
    globalThis.fetch = async (target, options) => {
      const response = await send(target, options);
      if (target !== '/api/search.find' || typeof options?.body !== 'string') return response;
      const { query } = JSON.parse(options.body) as { query: string };
      const parse = response.json.bind(response);
      response.json = async () => {
        const answer: unknown = await parse();
        requestAnimationFrame(() => painted(query));
        return answer;
      };
      return response;
    };

    function painted(query: string): void {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (pending?.text !== query) return;
        results.push({ text: query, ms: performance.now() - pending.pressed });
        pending = null;
      };
      port2.postMessage(null);
    }
  });
}

/** What was measured since the last call. */
export function takeProbe(page: Page): Promise<ProbeResult[]> {
  return page.evaluate(() => (globalThis as Probed).lecternProbe?.splice(0) ?? []);
}

/** Where the window stood when it was last closed, and where it may stand now. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const whole = z.number().int().min(-100_000).max(100_000);

const windowState = z.object({ x: whole, y: whole, width: whole.min(1), height: whole.min(1), maximised: z.boolean() });

export type WindowState = z.infer<typeof windowState>;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumSize = { width: 400, height: 480 } as const;
const firstSize = { width: 1280, height: 860 } as const;

/** Null if there is none that can be read: the window then opens as for the first time. */
export function readWindowState(file: string): WindowState | null {
  try {
    const parsed = windowState.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // no file yet, or not one of ours: nothing but a place on the screen is lost
  }
}

export function writeWindowState(file: string, { x, y, width, height, maximised }: WindowState): void {
  const draft = `${file}.new`;
  writeFileSync(draft, JSON.stringify({ x, y, width, height, maximised }));
  renameSync(draft, file);
}

/** The bounds for a screen whose free part is `workArea`: whole on it, centred if there is nothing to remember. */
export function fitBounds(remembered: Rectangle | null, workArea: Rectangle): Rectangle {
  const wanted = remembered ?? { ...firstSize, x: NaN, y: NaN };
  const width = clamp(wanted.width, Math.min(minimumSize.width, workArea.width), workArea.width);
  const height = clamp(wanted.height, Math.min(minimumSize.height, workArea.height), workArea.height);
  const spare = { x: workArea.width - width, y: workArea.height - height };
  return {
    x: Math.round(remembered === null ? workArea.x + spare.x / 2 : clamp(wanted.x, workArea.x, workArea.x + spare.x)),
    y: Math.round(remembered === null ? workArea.y + spare.y / 2 : clamp(wanted.y, workArea.y, workArea.y + spare.y)),
    width,
    height,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

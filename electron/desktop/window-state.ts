import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});

const windowStateSchema = z.object({ bounds: rectangleSchema, maximised: z.boolean() });
export type WindowState = z.infer<typeof windowStateSchema>;
export type Rectangle = z.infer<typeof rectangleSchema>;

export const smallestWindow = { width: 800, height: 520 } as const;
const firstWindow = { width: 1280, height: 820 } as const;

/** How much of the window must be seen (points), so that it can be grabbed. */
const graspable = { width: 120, height: 40 } as const;

/** Where the window was when it was closed; undefined on the first run or when the file cannot be read. */
export function loadWindowState(file: string): WindowState | undefined {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // It only remembers a place: without it the window opens where the system puts it.
    return undefined;
  }
}

/** @throws when the folder cannot be written. */
export function saveWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`);
}

/** The bounds to open with: the remembered ones, unless the screen they were on is gone. */
export function openingBounds(
  state: WindowState | undefined,
  workAreas: readonly Rectangle[],
): Rectangle | { readonly width: number; readonly height: number } {
  if (state === undefined || !workAreas.some((area) => canBeGrasped(state.bounds, area))) {
    return firstWindow;
  }
  return {
    ...state.bounds,
    width: Math.max(state.bounds.width, smallestWindow.width),
    height: Math.max(state.bounds.height, smallestWindow.height),
  };
}

/** Part of the title bar, at the top of the bounds, must lie inside the screen. */
function canBeGrasped(bounds: Rectangle, area: Rectangle): boolean {
  const seenWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return (
    seenWidth >= graspable.width &&
    bounds.y >= area.y - 1 &&
    bounds.y <= area.y + area.height - graspable.height
  );
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadWindowState, openingBounds, saveWindowState } from '../../../electron/desktop/window-state.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const screen = { x: 0, y: 25, width: 1920, height: 1055 };
const bounds = { x: 100, y: 60, width: 1200, height: 700 };

test('what is saved is found again', async () => {
  const file = join(await temporaryFolder(), 'of/the/person/window.json');
  saveWindowState(file, { bounds, maximised: true });
  expect(loadWindowState(file)).toEqual({ bounds, maximised: true });
});

test.each([['no JSON'], ['{}'], ['{"bounds":{"x":0,"y":0,"width":-3,"height":2},"maximised":false}']])(
  'a file that cannot be read counts as none: %s',
  async (text) => {
    const file = join(await temporaryFolder(), 'window.json');
    writeFileSync(file, text);
    expect(loadWindowState(file)).toBeUndefined();
  },
);

test('there is nothing to remember on the first run', async () => {
  expect(loadWindowState(join(await temporaryFolder(), 'window.json'))).toBeUndefined();
});

describe('the window opens', () => {
  test('where it was', () => {
    expect(openingBounds({ bounds, maximised: false }, [screen])).toEqual(bounds);
  });

  test('on a second screen, when it is still there', () => {
    const left = { x: -1920, y: 0, width: 1920, height: 1080 };
    const there = { ...bounds, x: -1500 };
    expect(openingBounds({ bounds: there, maximised: false }, [screen, left])).toEqual(there);
    expect(openingBounds({ bounds: there, maximised: false }, [screen])).toEqual({
      width: 1280,
      height: 820,
    });
  });

  test.each([
    ['above', { ...bounds, y: -400 }],
    ['below', { ...bounds, y: 1070 }],
    ['to the right', { ...bounds, x: 1850 }],
    ['to the left', { ...bounds, x: -1150 }],
  ])('at its first size, when its title bar would lie %s of the screen', (_, gone) => {
    expect(openingBounds({ bounds: gone, maximised: false }, [screen])).toEqual({ width: 1280, height: 820 });
  });

  test('never smaller than it can be used', () => {
    const tiny = { ...bounds, width: 200, height: 100 };
    expect(openingBounds({ bounds: tiny, maximised: false }, [screen])).toEqual({
      ...bounds,
      width: 800,
      height: 520,
    });
  });
});

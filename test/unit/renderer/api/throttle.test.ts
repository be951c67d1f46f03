import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Throttle } from '../../../../renderer/src/api/throttle.ts';

class Page extends EventTarget {
  hidden = false;

  show(isSeen: boolean): void {
    this.hidden = !isSeen;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let page: Page;
/** How long one run takes, in milliseconds. */
let took: number;
let runs: number;
let throttle: Throttle;

beforeEach(() => {
  vi.useFakeTimers();
  page = new Page();
  took = 0;
  runs = 0;
  throttle = new Throttle(() => {
    runs += 1;
    return new Promise((resolve) => {
      setTimeout(resolve, took);
    });
  }, page);
});

afterEach(() => {
  vi.useRealTimers();
});

/** Asks every tenth of a second. */
async function askFor(seconds: number): Promise<void> {
  for (let asked = 0; asked < seconds * 10; asked += 1) {
    throttle.ask();
    await vi.advanceTimersByTimeAsync(100);
  }
}

test('the first is done at once, the others once a second, and the last is not forgotten', async () => {
  throttle.ask();
  expect(runs).toBe(1);
  await askFor(3);
  expect(runs).toBe(3);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toBe(4);
});

test('what takes long is not begun before it has ended, and leaves the server nine tenths of its time', async () => {
  took = 500;
  await askFor(49);
  expect(runs).toBe(10);
});

test('nothing is done while the page is hidden, and once when it is seen again', async () => {
  page.show(false);
  await askFor(5);
  expect(runs).toBe(0);
  page.show(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs).toBe(1);
  throttle.ask();
  page.show(false);
  await askFor(5);
  expect(runs).toBe(2);
  throttle.stop();
  page.show(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs).toBe(2);
  throttle.ask();
  expect(runs, 'it can be used again').toBe(3);
});

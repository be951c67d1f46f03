import { describe, expect, it } from 'vitest';
import { FrameBatch } from '../../../../renderer/src/api/frame-batch.ts';

function frames() {
  const waiting = new Set<() => void>();
  return {
    schedule: (run: () => void) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
    next: () => {
      const runs = [...waiting];
      waiting.clear();
      runs.forEach((run) => run());
      return runs.length;
    },
  };
}

describe('a batch per frame', () => {
  it('hands on everything that came since the frame before, in order, in one call', () => {
    const screen = frames();
    const calls: (readonly number[])[] = [];
    const batch = new FrameBatch<number>((entries) => calls.push(entries), screen.schedule);
    batch.add(1);
    batch.add(2, 3);
    expect(calls).toEqual([]);
    screen.next();
    batch.add(4);
    screen.next();
    expect(calls).toEqual([[1, 2, 3], [4]]);
    expect(screen.next()).toBe(0);
  });

  it('takes entries back that the receiver cannot use yet', () => {
    const screen = frames();
    const seen: number[] = [];
    let ready = false;
    const batch: FrameBatch<number> = new FrameBatch<number>((entries) => {
      if (ready) {
        seen.push(...entries);
      } else {
        batch.add(...entries);
      }
    }, screen.schedule);
    batch.add(1);
    screen.next();
    ready = true;
    batch.add(2);
    screen.next();
    expect(seen).toEqual([1, 2]);
  });

  it('drops what is waiting when it is stopped', () => {
    const screen = frames();
    const batch = new FrameBatch<number>(() => expect.unreachable(), screen.schedule);
    batch.add(1);
    batch.stop();
    expect(screen.next()).toBe(0);
  });
});

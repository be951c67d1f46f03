import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { onTestFinished, expect, test } from 'vitest';
import { parcel } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';

/** The exit codes of the workers that are started from now on: 0 for those that end by themselves, 1 for stopped ones. */
function exitCodes(): Promise<number>[] {
  const codes: Promise<number>[] = [];
  const started = (worker: Worker): void => {
    codes.push(once(worker, 'exit').then(([code]) => Number(code)));
  };
  process.on('worker', started);
  onTestFinished(() => void process.off('worker', started));
  return codes;
}

test.each([0, 1, 400])(
  'with %i mails just taken, closing lets both workers end by themselves',
  async (count) => {
    const codes = exitCodes();
    const { road } = await testRoad();
    await Promise.all(
      Array.from({ length: count }, (_, n) =>
        road.intake.accept(parcel(`Subject: Mail ${n}\r\n\r\nText\r\n`)),
      ),
    );
    await road.close();
    expect(await Promise.all(codes)).toEqual([0, 0]);
  },
);

test('closing while messages are asked for answers or refuses every one, and the workers end by themselves', async () => {
  const codes = exitCodes();
  const { road, held } = await testRoad();
  const id = await held('Subject: Asked for\r\n\r\nText\r\n');
  const asked = Array.from({ length: 200 }, () => road.archive.detail(id));
  await road.close();
  const answers = await Promise.allSettled(asked);
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  expect(await Promise.all(codes)).toEqual([0, 0]);
});

import { expect, test } from 'vitest';
import { mail, parcel } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';

test('mail that never pauses is indexed all the same, in the order of its commits', async () => {
  const { road, events, seen } = await testRoad();
  const ids: string[] = [];
  while (!events.some((event) => event.type === 'message.indexed')) {
    const taken = await Promise.all(
      Array.from({ length: 50 }, (_, n) => road.intake.accept(parcel(mail(`Subject ${ids.length + n}`)))),
    );
    ids.push(...taken.map(({ id }) => id));
  }
  const last = ids.at(-1);
  await seen('message.indexed', ({ message }) => message.id === last);
  const indexed = events.flatMap((event) =>
    event.type === 'message.indexed' ? [event.message.subject] : [],
  );
  expect(indexed).toEqual(ids.map((_, n) => `Subject ${n}`));
});

import { expect, test } from 'vitest';
import { mail, parcel } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';

test('mail that never pauses is indexed all the same', async () => {
  const { road, events, seen } = await testRoad();
  let sent = 0;
  const isIndexed = (): boolean => events.some(({ type }) => type === 'message.indexed');
  // Some always wait for the commit while others are on their way.
  async function sendOn(): Promise<string | undefined> {
    let last: string | undefined;
    while (!isIndexed()) {
      sent += 1;
      last = (await road.intake.accept(parcel(mail(`Subject ${sent}`)))).id;
    }
    return last;
  }
  const last = await Promise.all(Array.from({ length: 200 }, sendOn));
  expect(isIndexed()).toBe(true);
  await Promise.all(last.map((id) => seen('message.indexed', ({ message }) => message.id === id)));
});

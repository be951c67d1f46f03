import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { naiveMail, naivelyFinds, naiveSearch, parcelOf, typed } from '../../support/naive-search.ts';
import { testRoad } from '../../support/road.ts';

test('a search finds exactly what one finds by looking at every mail', async () => {
  const { road, seen } = await testRoad();
  await fc.assert(
    fc.asyncProperty(
      fc.array(naiveMail, { minLength: 1, maxLength: 40 }),
      fc.array(naiveSearch, { minLength: 1, maxLength: 60 }),
      async (mails, searches) => {
        const agentId = randomUUID();
        const held = await Promise.all(
          mails.map(async (mail) => {
            const message = await road.intake.accept(await parcelOf(mail, agentId));
            await seen('message.indexed', (event) => event.message.id === message.id);
            return { mail, message };
          }),
        );
        for (const search of searches) {
          const { messages, total } = await road.archive.list({ agentId, q: typed(search) }, { limit: 100 });
          const expected = held.filter(({ mail, message }) => naivelyFinds(search, mail, message.size));
          expect(messages.map(({ id }) => id).toSorted(), typed(search)).toEqual(
            expected.map(({ message }) => message.id).toSorted(),
          );
          expect(total).toBe(expected.length);
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});

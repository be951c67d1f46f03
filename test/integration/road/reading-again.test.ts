import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { databaseFile } from '../../../electron/store/database.ts';
import { mail } from '../../support/parcel.ts';
import { testRoad } from '../../support/road.ts';

test('messages that an earlier version indexed are read again, behind new mail, and found as before', async () => {
  const first = await testRoad();
  const id = await first.held(mail('Sign in', 'Your verification code is 482913.'));
  await first.held(mail('News', 'Nothing new.'));
  await first.road.close();

  const database = new DatabaseSync(databaseFile(first.folder));
  database.exec('UPDATE message SET reading = 0, code = NULL');
  database.close();

  const second = await testRoad({ folder: first.folder });
  const { message } = await second.seen('message.changed');
  expect(message).toMatchObject({ id, code: '482913' });
  expect((await second.road.archive.list({ q: 'verification' }, { limit: 9 })).messages).toMatchObject([
    { id, code: '482913' },
  ]);
  expect((await second.road.archive.list({}, { limit: 9 })).messages.map(({ code }) => code)).toEqual([
    null,
    '482913',
  ]);
  await second.held(mail('One more'));
  expect(second.events.filter(({ type }) => type === 'message.indexed')).toHaveLength(1);
  expect(second.events.filter(({ type }) => type === 'message.changed')).toHaveLength(1);
});

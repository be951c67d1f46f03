import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Checkpoints, checkpointPages } from '../../../electron/store/checkpoints.ts';
import { databaseFile, openForWriting } from '../../../electron/store/database.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const pageBytes = 4096;

test('the log is moved into the database when it is long, in a burst when it is much longer', async () => {
  const folder = await temporaryFolder();
  const { database } = openForWriting(folder, new Date());
  const checkpoints = new Checkpoints(database);
  database.exec('CREATE TABLE filler (bytes)');
  const insert = database.prepare('INSERT INTO filler VALUES (zeroblob(?))');
  const databasePages = (): number => statSync(databaseFile(folder)).size / pageBytes;
  const write = (pages: number): unknown => insert.run(pages * pageBytes);

  checkpoints.putOff(true);
  write(checkpointPages.usually);
  write(checkpointPages.usually);
  expect(databasePages()).toBeLessThan(checkpointPages.usually);

  checkpoints.putOff(false);
  write(1);
  expect(databasePages()).toBeGreaterThan(2 * checkpointPages.usually);

  checkpoints.putOff(true);
  write(checkpointPages.inBurst);
  expect(databasePages()).toBeGreaterThan(checkpointPages.inBurst);
  database.close();
});

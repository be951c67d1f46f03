import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Ledger } from '../../../electron/ledger/ledger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { temporaryLedger } from '../../support/temporary-ledger.ts';

test('a deleted agent takes with it what belongs to it, and nothing else', async () => {
  const ledger = await temporaryLedger();
  ledger.database.exec('CREATE TABLE thing (agent TEXT, name TEXT); CREATE TABLE other (name TEXT)');
  ledger.database.exec(`INSERT INTO thing VALUES ('a', '1'), ('b', '2'); INSERT INTO other VALUES ('a')`);
  ledger.deleteAgent('a');
  expect(ledger.database.prepare('SELECT name FROM thing').all()).toMatchObject([{ name: '2' }]);
  expect(ledger.database.prepare('SELECT name FROM other').all()).toHaveLength(1);
});

test('what throws undoes its transaction, and the next one works', async () => {
  const ledger = await temporaryLedger();
  ledger.database.exec('CREATE TABLE thing (name TEXT)');
  const fail = (): never => {
    ledger.database.exec(`INSERT INTO thing VALUES ('lost')`);
    throw new Error('no');
  };
  expect(() => ledger.transaction(fail)).toThrow('no');
  ledger.transaction(() => ledger.database.exec(`INSERT INTO thing VALUES ('kept')`));
  expect(ledger.database.prepare('SELECT name FROM thing').all()).toMatchObject([{ name: 'kept' }]);
});

test('a ledger of a newer Restante is left alone', async () => {
  const folder = await temporaryFolder();
  const ledger = Ledger.open(folder);
  ledger.database.exec('PRAGMA user_version=1000');
  ledger.close();
  expect(() => Ledger.open(folder)).toThrow(/newer/);
});

test.skipIf(process.platform === 'win32')('nobody else may read it', async () => {
  const folder = await temporaryFolder();
  Ledger.open(folder).close();
  expect(statSync(`${folder}/ledger.db`).mode & 0o777).toBe(0o600);
});

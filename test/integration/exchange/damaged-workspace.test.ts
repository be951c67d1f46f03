import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { furnishedOffice } from '../../support/furnished-office.ts';
import { ServedOffice } from '../../support/served-office.ts';
import {
  archiveOf,
  emptyOffice,
  json,
  manifest,
  opened,
  workspaceOf,
} from '../../support/workspace-files.ts';

describe('a file that is no workspace, or not in order', () => {
  test.each<[string, string, () => Promise<Buffer>]>([
    ['no archive', 'workspace.damaged', async () => Buffer.from('hello')],
    ['another archive', 'workspace.not-one', () => archiveOf([json('a.json', {})])],
    [
      'one of a newer Restante',
      'workspace.newer',
      () => archiveOf([json('workspace.json', { ...manifest, version: 2, other: true })]),
    ],
    ['one without its office', 'workspace.damaged', () => archiveOf([json('workspace.json', manifest)])],
    [
      'one whose message is nobody’s',
      'workspace.damaged',
      () =>
        archiveOf([
          json('workspace.json', { ...manifest, messages: 1 }),
          json('office.json', emptyOffice),
          json('messages/0.json', {
            agentId: '01890000-0000-7000-8000-00000000000a',
            door: 'smtp',
            receivedAt: '2026-11-05T20:21:48Z',
            read: false,
            envelope: { mailFrom: null, rcptTo: [] },
            session: {
              kind: 'import',
              file: 'x',
              entry: null,
              importedAt: '2026-11-05T20:21:48Z',
              envelopeFrom: [],
            },
            verdicts: [],
            outcomes: [],
          }),
          { path: 'messages/0.eml', bytes: Buffer.from('x') },
        ]),
    ],
    [
      'one that unpacks to far more than it is',
      'workspace.damaged',
      () =>
        // The directory of the archive tells the size of what is unpacked, in the last entry 2 GB.
        archiveOf([json('workspace.json', manifest), json('office.json', emptyOffice)]).then((archive) => {
          archive.writeUInt32LE(2 ** 31, archive.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
          return archive;
        }),
    ],
  ])('is refused when it is %s, and changes nothing', async (_, code, make) => {
    const office = await ServedOffice.open();
    const answer = await opened(office, await make());
    expect(answer.error.code).toBe(code);
    expect(office.postOffice.agents.list()).toHaveLength(1);
    expect(await readdir(join(office.postOffice.dataFolder, 'spool'))).toEqual([]);
  });

  test('is refused when any of its bytes is missing or another', async () => {
    const office = await furnishedOffice();
    const file = await workspaceOf(office);
    const elsewhere = await ServedOffice.open();
    const cut = [file.length - 1, Math.floor(file.length / 2), 100].map((length) => file.subarray(0, length));
    const changed = [0.2, 0.5, 0.8].map((share) => {
      const copy = Buffer.from(file);
      const at = Math.floor(copy.indexOf('PK\x01\x02') * share);
      copy[at] = (copy[at] ?? 0) ^ 0x10;
      return copy;
    });
    for (const broken of [...cut, ...changed]) {
      expect((await opened(elsewhere, broken)).error?.code).toBe('workspace.damaged');
    }
    expect(elsewhere.postOffice.agents.list()).toHaveLength(1);
  });
});

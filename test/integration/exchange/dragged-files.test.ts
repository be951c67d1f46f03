import { expect, test } from 'vitest';
import type { DragOut } from '#shared/drag-out.ts';
import { draggedFiles } from '../../../electron/exchange/dragged-files.ts';
import { ServedOffice } from '../../support/served-office.ts';

async function dragged(office: ServedOffice, drag: DragOut): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for await (const { name, bytes } of draggedFiles(office.postOffice.archive, drag)) {
    files.push([name, Buffer.from(bytes).toString()]);
  }
  return files;
}

test('dragged messages are files of their own, whatever their subjects, without those deleted meanwhile', async () => {
  const office = await ServedOffice.open();
  const raws = ['Order', 'order', '../nul', '📦'.repeat(100)].map(
    (subject) => `Subject: ${subject}\r\n\r\nx\r\n`,
  );
  const ids: string[] = [];
  for (const raw of raws) {
    ids.push((await office.send(raw)).id);
  }
  const files = await dragged(office, { of: 'messages', ids });
  expect(files.map(([name]) => name)).toEqual(['order.eml', 'order (2).eml', '_nul.eml', 'message.eml']);
  expect(files.map(([, bytes]) => bytes)).toEqual(raws);
  await office.ask('DELETE', `/api/messages/${ids[0]}`);
  expect((await dragged(office, { of: 'messages', ids })).map(([name]) => name)).toEqual([
    'order.eml',
    '_nul.eml',
    'message.eml',
  ]);
});

test('an attachment and a part are dragged under safe names, and one that is not there is refused', async () => {
  const office = await ServedOffice.open();
  const { id: messageId } = await office.send(
    [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Hello',
      '--b',
      'Content-Type: text/csv',
      'Content-Disposition: attachment; filename="../aux.csv"',
      'Content-Transfer-Encoding: base64',
      '',
      'MSwy',
      '--b--',
      '',
    ].join('\r\n'),
  );
  expect(await dragged(office, { of: 'attachment', messageId, n: 0 })).toEqual([['_aux.csv', '1,2']]);
  expect(await dragged(office, { of: 'part', messageId, path: '1.2', as: 'decoded' })).toEqual([
    ['_aux.csv', '1,2'],
  ]);
  const [[name, bytes] = []] = await dragged(office, { of: 'part', messageId, path: '1.2', as: 'sent' });
  expect([name, bytes?.trim()]).toEqual(['part-1.2.txt', 'MSwy']);
  await expect(dragged(office, { of: 'attachment', messageId, n: 1 })).rejects.toMatchObject({
    code: 'message.part-not-found',
  });
  await expect(dragged(office, { of: 'part', messageId, path: '1.3', as: 'sent' })).rejects.toMatchObject({
    code: 'message.part-not-found',
  });
});

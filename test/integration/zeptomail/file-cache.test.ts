import { expect, test } from 'vitest';
import { ApiOffice } from '../../support/api-office.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255]);
const strict = { mode: 'strict' as const, domains: ['shop.test'] };

function upload(office: ApiOffice, body: BodyInit, name: string, authorization = office.authorization) {
  return fetch(new URL(`v1.1/files${name}`, office.url), {
    method: 'POST',
    headers: { Authorization: authorization },
    body,
  });
}

async function keyOf(response: Response): Promise<string> {
  expect(response.status).toBe(201);
  return ((await response.json()) as { file_cache_key: string }).file_cache_key;
}

const mail = {
  from: { address: 'orders@shop.test' },
  to: [{ email_address: { address: 'jane@customer.test' } }],
  subject: 'With a cached file',
  htmlbody: '<img src="cid:logo">',
};

test('a file is cached once and sent by its key, as an attachment and as an inline image', async () => {
  const office = await ApiOffice.open(strict);
  const answer = await upload(office, png, '?name=logo.png');
  const text = await answer.clone().text();
  const key = await keyOf(answer);
  expect(text).toBe(
    `{"file_cache_key":"${key}","data":[{"code":"fm_101","additional_info":[],"message":"File uploaded successfully"}],"message":"OK","object":"file"}`,
  );
  expect(key).toMatch(new RegExp(`^2d6f\\.${office.agent.key}\\.h1\\.`));
  expect(await office.activity()).toMatchObject({
    summary: expect.stringContaining('“logo.png” is in the file cache') as string,
    session: { request: { body: '<10 bytes of “logo.png”>' } },
  });

  const sent = await office.send({
    ...mail,
    attachments: [{ file_cache_key: key }, { file_cache_key: key, name: 'other.png' }],
    inline_images: [{ file_cache_key: key, cid: 'logo' }],
  });
  expect(sent.status).toBe(201);
  const message = await office.message();
  expect(message.verdicts).toEqual([]);
  expect(message.parts.map(({ filename, contentType }) => `${filename}: ${contentType}`).toSorted()).toEqual([
    'logo.png: image/png',
    'logo.png: image/png',
    'other.png: image/png',
  ]);
  for (const part of message.parts) {
    const content = await office.road.archive.part(message.id, part.n);
    expect(Buffer.from(content?.bytes ?? []).equals(png)).toBe(true);
  }
});

test('a form’s file is taken as well, under its own name', async () => {
  const office = await ApiOffice.open(strict);
  const form = new FormData();
  form.append('note', 'not this');
  form.append('file', new File([png], 'form.png'));
  const key = await keyOf(await upload(office, form, ''));
  expect(office.ledger.files.find(office.agent.id, key)).toMatchObject({
    name: 'form.png',
    mimeType: 'image/png',
    size: png.length,
    content: new Uint8Array(png),
  });
});

test('a key that leads to nothing is refused by a strict agent, and left out by a relaxed one', async () => {
  const office = await ApiOffice.open(strict);
  const body = { ...mail, attachments: [{ file_cache_key: '2d6f.0.h1.1.2' }] };
  const refused = await office.send(body);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    error: {
      code: 'TM_3501',
      message: 'Unprocessable Entity',
      details: [
        {
          code: 'UE_106',
          message: 'Invalid file cache key',
          target: 'attachments[0].file_cache_key',
          target_value: '2d6f.0.h1.1.2',
        },
      ],
    },
  });
  office.agent = { ...office.agent, mode: 'relaxed' };
  expect((await office.send(body)).status).toBe(201);
  expect(await office.message()).toMatchObject({ parts: [], verdicts: [{ subCode: 'UE_106' }] });
});

test('another agent’s key leads to nothing', async () => {
  const office = await ApiOffice.open(strict);
  const key = await keyOf(await upload(office, png, '?name=logo.png'));
  office.agent = { ...office.agent, id: 'another' };
  const refused = await office.send({ ...mail, attachments: [{ file_cache_key: key }] });
  expect(refused.status).toBe(422);
});

test.each([
  ['an empty file', '', '?name=a.txt', undefined, [400, 'TM_3301', 'SM_101']],
  ['a blocked type', 'x', '?name=a.exe', undefined, [422, 'TM_3501', undefined]],
  ['no name', 'x', '', undefined, [400, 'TM_3201', 'GE_102']],
  ['a long name', 'x', `?name=${'n'.repeat(151)}`, undefined, [400, 'TM_8001', 'SM_129']],
  ['a wrong token', 'x', '?name=a.txt', 'Zoho-enczapikey wrong', [401, 'TM_4001', 'SERR_157']],
  [
    'more than 15 MB',
    new Uint8Array(15 * 1024 * 1024 + 1),
    '?name=a.txt',
    undefined,
    [400, 'TM_8001', 'SM_129'],
  ],
])('a strict agent does not cache %s', async (_, body, name, authorization, expected) => {
  const office = await ApiOffice.open({ ...strict, maxMessageBytes: 1024 * 1024 });
  const response = await upload(office, body, name, authorization);
  const { error } = (await response.json()) as { error: { code: string; details: { code?: string }[] } };
  expect([response.status, error.code, error.details[0]?.code]).toEqual(expected);
  expect(office.ledger.files.list(office.agent.id)).toEqual([]);
});

test('a relaxed agent keeps what production would refuse, says so, and refuses what is no file', async () => {
  const office = await ApiOffice.open();
  await keyOf(await upload(office, 'x', '?name=../run.exe'));
  expect(await office.activity()).toMatchObject({ verdicts: [{ code: 'TM_3501' }] });
  expect(office.ledger.files.list(office.agent.id)).toMatchObject([{ name: 'run.exe', size: 1 }]);
  expect((await upload(office, '', '?name=a.txt')).status).toBe(400);
});

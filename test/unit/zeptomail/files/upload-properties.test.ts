import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sendAs } from '../../../../electron/zeptomail/email/send-email.ts';
import { sendKinds } from '../../../../electron/zeptomail/email/send-kind.ts';
import { uploadFile } from '../../../../electron/zeptomail/files/upload-file.ts';
import { agentConfig } from '../../../support/agent-configs.ts';
import { readBack, words } from '../../../support/any-mail.ts';
import { putTo } from '../../../support/put-to.ts';
import { temporaryLedger } from '../../../support/temporary-ledger.ts';
import { misshaped } from '../../../support/zeptomail-shape.ts';

const relaxed = agentConfig();
const strict = agentConfig({ mode: 'strict', domains: ['shop.test'] });

const contents = fc.uint8Array({ maxLength: 2000 });
const types = fc.oneof(
  fc.constantFrom(
    'text/plain',
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'multipart/form-data; boundary="',
  ),
  fc.string(),
);

/** With a boundary in it now and then, that a reader of forms finds. */
const bodies = fc.oneof(
  contents,
  contents.map((content) =>
    Buffer.concat([
      Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'),
      content,
      Buffer.from('\r\n--x--\r\n'),
    ]),
  ),
  fc.string().map((text) => Buffer.from(`--x\r\n${text}\r\n\r\n--x--`)),
);
const queries = fc.oneof(
  fc.string({ unit: 'binary' }).map((name) => `?name=${encodeURIComponent(name.toWellFormed())}`),
  fc.string().map((text) => `?${text}`),
  fc.constantFrom(
    '',
    '?name=',
    '?name=%',
    '?name=..%2f..%2fetc',
    '?name=a.exe',
    '?name=%00',
    '?name=a&name=b',
  ),
);

test('any bytes under any name and type get an answer in ZeptoMail’s shape', async () => {
  const ledger = await temporaryLedger();
  await fc.assert(
    fc.asyncProperty(
      bodies,
      queries,
      types,
      fc.constantFrom(relaxed, strict),
      async (body, query, type, agent) => {
        const target = `/v1.1/files${query}`;
        const headers = [['Content-Type', type]] as const;
        expect(
          misshaped(
            'upload',
            await putTo(uploadFile, body, { agent, ledger, target, path: '/v1.1/files', headers }),
          ),
        ).toBeUndefined();
      },
    ),
    { numRuns: 300 },
  );
});

test('a cached file is sent with the bytes and the name that it came with, as a body or in a form', async () => {
  const ledger = await temporaryLedger();
  const name = words.map(
    (text) =>
      `${text
        .replaceAll(/[/\\"]/g, '')
        .trim()
        .slice(0, 60)
        .toWellFormed()
        .trim()}x.bin`,
  );
  await fc.assert(
    fc.asyncProperty(
      contents.filter(({ length }) => length > 0),
      name,
      fc.boolean(),
      async (content, filename, isForm) => {
        const { bytes, type, query } = isForm ? await inForm(content, filename) : inBody(content, filename);
        const upload = await putTo(uploadFile, bytes, {
          agent: strict,
          ledger,
          target: `/v1.1/files${query}`,
          path: '/v1.1/files',
          headers: [['Content-Type', type]],
        });
        expect(upload.status).toBe(201);
        const { file_cache_key: key } = JSON.parse(upload.body) as { file_cache_key: string };
        const mail = {
          from: { address: 'ann@shop.test' },
          to: [{ email_address: { address: 'jane@customer.test' } }],
          subject: 'With a file',
          textbody: 'here',
          attachments: [{ file_cache_key: key }],
        };
        const { parcels } = await putTo(sendAs(sendKinds.single), JSON.stringify(mail), {
          agent: strict,
          ledger,
        });
        const { files } = await readBack(parcels[0]?.raw ?? Buffer.of());
        expect(files).toEqual([[filename, Buffer.from(content).toString('hex')]]);
      },
    ),
  );
});

interface Upload {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly query: string;
}

function inBody(bytes: Uint8Array, name: string): Upload {
  return { bytes, type: 'text/plain', query: `?name=${encodeURIComponent(name)}` };
}

async function inForm(content: Uint8Array, name: string): Promise<Upload> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), name);
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return { bytes: await request.bytes(), type: request.headers.get('Content-Type') ?? '', query: '' };
}

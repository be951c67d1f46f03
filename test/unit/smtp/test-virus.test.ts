import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { hasTestVirus } from '../../../electron/smtp/test-virus.ts';

/** In pieces, so that a scanner finds no virus in this test. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!$H+H*'].join('-');

async function composed(mail: object): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({ from: 'a@shop.test', to: 'b@customer.test', ...mail });
  return message as Buffer;
}

test('the test file is found in a text and in an attachment, and nothing else is', async () => {
  const attached = { attachments: [{ filename: 'eicar.com', content: eicar }] };
  expect(hasTestVirus(await composed(attached))).toBe(true);
  expect(hasTestVirus(Buffer.from(`Subject: Test\r\n\r\n${eicar}\r\n`))).toBe(true);
  expect(hasTestVirus(await composed({ text: 'EICAR', attachments: [{ content: 'EICAR' }] }))).toBe(false);
});

import { agentNamed, postTo, sendTo } from '../support/agents.ts';
import { expect, test } from '../support/test.ts';
import { violations } from '../support/violations.ts';

const odd = [
  'Received: from app.example.net by mx.example.com with ESMTP; Thu, 26 Nov 2026 10:00:42 +0100',
  'From: Shop <shop@example.com>',
  'To: left-out@example.org',
  'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
  ' from afar',
  'Subject: again',
  'Date: yesterday',
  'List-Unsubscribe: <https://example.com/unsubscribe>',
  '',
  'Hello.',
].join('\r\n');

test('headers are shown as sent and decoded, explained, and with what is wrong', async ({ restante }) => {
  const { page } = restante;
  await sendTo(await agentNamed(restante, 'My app'), { subject: '', raw: odd });
  await page.getByRole('option').first().click();
  await page.getByRole('tab', { name: 'Headers' }).click();
  const headers = page.getByRole('region', { name: 'Headers' });
  await expect(headers.getByRole('row', { name: /Grüße from afar/ })).toContainText('It stands 2 times');
  await expect(headers.getByRole('row', { name: /^Date/ })).toContainText('no date as RFC 5322 writes it');
  await expect(headers.getByRole('list', { name: 'Problems' })).toContainText('no Message-ID');
  await expect(headers.getByRole('region', { name: 'The way of the mail' })).toContainText('mx.example.com');
  await expect(headers.getByRole('row', { name: /^List-Unsubscribe/ })).toContainText('Where to unsubscribe');
  await page.getByText('As sent', { exact: true }).click();
  await expect(headers.getByRole('row', { name: /Subject/ }).first()).toContainText(
    '=?utf-8?q?Gr=C3=BC=C3=9Fe?=',
  );
  await page.getByRole('switch', { name: 'Explain' }).click();
  await expect(headers).not.toContainText('Where to unsubscribe');
  await page.getByRole('textbox', { name: 'Filter headers' }).fill('subject');
  await expect(headers.getByRole('row')).toHaveCount(3);
  expect(await violations(page)).toEqual([]);
});

test('the envelope is laid beside the headers', async ({ restante }) => {
  const { page } = restante;
  await sendTo(await agentNamed(restante, 'My app'), { subject: '', raw: odd });
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Envelope' }).click();
  const dialog = page.getByRole('dialog', { name: 'Envelope and headers' });
  await expect(dialog.getByRole('row', { name: /jane@example.com/ })).toContainText('a blind copy');
  await expect(dialog.getByRole('row', { name: /left-out@example.org/ })).toContainText('got nothing');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Envelope' })).toBeFocused();
});

test('each session has a command that sends the same again, its secret shown only when asked for', async ({
  restante,
}) => {
  const { page } = restante;
  const agent = await agentNamed(restante, 'My app');
  const token = agent.tokens[0]?.token ?? '';
  await postTo(agent, token, { subject: 'By the API', textbody: "It's here" });
  await page.getByRole('option', { name: /By the API/ }).click();
  await page.getByRole('tab', { name: 'Session' }).click();
  const again = page.getByRole('region', { name: 'Send it again' });
  await expect(again).toContainText('"Authorization: Zoho-enczapikey $RESTANTE_TOKEN"');
  await expect(again).not.toContainText(token);
  await again.getByRole('switch', { name: 'With the real token' }).click();
  await expect(again).toContainText(token);
  expect(await violations(page)).toEqual([]);

  await sendTo(agent, { subject: 'By SMTP', text: 'hello' });
  await page.getByRole('option', { name: /By SMTP/ }).click();
  await expect(again).toContainText(`swaks --server 127.0.0.1:${agent.channels.smtp.port}`);
  await expect(again.getByRole('link', { name: 'message.smtp' })).toHaveAttribute('href', /smtp-data$/);
});

import { expect, test } from 'vitest';
import { createWebhookSchema } from '#shared/webhook.ts';
import { ServedOffice } from '../../support/served-office.ts';
import { WebhookReceiver } from '../../support/webhook-receiver.ts';

const link = 'https://example.com/order?a=1&b=2';
const mail = [
  'From: Shop <sender@example.com>',
  'To: jane@example.com',
  'Subject: Your order',
  'Content-Type: text/html',
  '',
  '<body><a href="https://example.com/order?a=1&amp;b=2">Order</a></body>',
].join('\r\n');

/** A tracked mail, as the preview shows it and as it is kept. */
async function shown(tracking: object) {
  const office = await ServedOffice.open();
  await office.ask('PATCH', `/api/agents/${office.agent.id}`, {
    tracking: { opens: true, clicks: true, ...tracking },
  });
  const { id } = await office.send(mail);
  const { body } = await office.ask('GET', `/api/messages/${id}`);
  return {
    office,
    id,
    url: String(body.previewUrl),
    show: () => office.ask('POST', `/api/messages/${id}/showings`),
    outcomes: () => office.postOffice.ledger.outcomes.of(id),
  };
}

test('looking at a mail and following its links in the preview count as nothing', async () => {
  const { url, show, outcomes } = await shown({});
  for (const address of [url, `${url}?remote=1`]) {
    const html = await (await fetch(address)).text();
    expect(html).not.toContain('/track/');
    expect(html).toContain(`href="https://example.com/order?a=1&amp;b=2"`);
  }
  expect((await show()).body).toEqual({ counted: false });
  expect(outcomes()).toEqual([]);
});

test('where it is asked for, each showing is an open, told to webhooks once, and links count', async () => {
  const { office, url, show, outcomes } = await shown({ preview: true });
  const receiver = await WebhookReceiver.open();
  office.postOffice.webhooks.create(
    office.agent.id,
    createWebhookSchema.parse({ url: receiver.url, events: ['email_open', 'email_link_click'] }),
  );
  expect((await show()).body).toEqual({ counted: true });
  expect((await show()).body).toEqual({ counted: true });
  const html = await (await fetch(`${url}?remote=1`)).text();
  expect(html).not.toContain('/track/open/');
  const click = /href="([^"]*\/track\/click\/[^"]*)"/.exec(html)?.[1] ?? '';
  expect((await fetch(click, { redirect: 'manual' })).headers.get('location')).toBe(link);
  expect(outcomes()).toMatchObject([
    { kind: 'open', recipient: 'jane@example.com', origin: 'preview' },
    { kind: 'open', origin: 'preview' },
    { kind: 'click', origin: 'tracking', link },
  ]);
  await receiver.called(2);
  expect(receiver.calls.map(({ body }) => JSON.parse(body).event_name[0])).toEqual([
    'email_open',
    'email_link_click',
  ]);
});

test('a mail that is not tracked for opens has none in the preview', async () => {
  const { show, outcomes } = await shown({ opens: false, preview: true });
  expect((await show()).body).toEqual({ counted: false });
  expect(outcomes()).toEqual([]);
  expect((await shown({ opens: false, clicks: false, preview: true })).outcomes()).toEqual([]);
});

test('a message that is not there is shown by nobody', async () => {
  const office = await ServedOffice.open();
  const answer = await office.ask('POST', '/api/messages/0198c2f0-0000-7000-8000-000000000000/showings');
  expect(answer).toMatchObject({ status: 404, body: { error: { code: 'message.not-found' } } });
});

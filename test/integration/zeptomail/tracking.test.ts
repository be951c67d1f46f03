import { expect, test } from 'vitest';
import { assertNonNullable } from '#shared/assert.ts';
import { prepareHtml } from '../../../electron/control/mail-view/prepare-html.ts';
import { ApiOffice } from '../../support/api-office.ts';

const link = 'https://example.com/order?a=1&b=2';
const html = `<html><body><a href="https://example.com/order?a=1&amp;b=2">Order</a> <a href='${link}'>again</a>
<a href="mailto:shop@example.com">Write</a></body></html>`;

function mail(changes: object = {}): object {
  return {
    from: { address: 'shop@example.com' },
    to: ['jane@example.com', 'joe@example.com'].map((address) => ({ email_address: { address } })),
    subject: 'Your order',
    htmlbody: html,
    ...changes,
  };
}

/** The HTML of the newest message, and its addresses that track. */
async function heldHtml(
  office: ApiOffice,
): Promise<{ id: string; html: string; open: string | undefined; clicks: readonly string[] }> {
  const { messages } = await office.road.archive.list({}, { limit: 1 });
  const id = messages[0]?.id ?? '';
  const found = await office.road.archive.html(id);
  assertNonNullable(found, 'the message has HTML');
  return {
    id,
    html: found.html,
    open: /src="([^"]*\/track\/open\/[^"]*)"/.exec(found.html)?.[1],
    clicks: [...found.html.matchAll(/href="([^"]*\/track\/click\/[^"]*)"/g)].map((match) => match[1] ?? ''),
  };
}

test('without a wish nothing is changed', async () => {
  const office = await ApiOffice.open();
  await office.send(mail());
  expect((await heldHtml(office)).html.replaceAll('\r\n', '\n').trim()).toBe(html);
});

test('an opened mail is told once, with the program that opened it', async () => {
  const office = await ApiOffice.open({ tracking: { opens: true, clicks: false, preview: false } });
  await office.send(mail());
  const { id, open, clicks } = await heldHtml(office);
  assertNonNullable(open, 'there is a picture');
  expect(clicks).toEqual([]);
  const answer = await fetch(open, { headers: { 'User-Agent': 'Mailer/1' } });
  expect(answer.headers.get('content-type')).toBe('image/gif');
  await fetch(open);
  expect(office.ledger.outcomes.of(id)).toMatchObject([
    { kind: 'open', recipient: 'jane@example.com', origin: 'tracking', userAgent: 'Mailer/1', link: null },
  ]);
});

test('a click leads on to the link and is told once for each link', async () => {
  const office = await ApiOffice.open();
  await office.send(mail({ track_clicks: true }));
  const { id, open, clicks } = await heldHtml(office);
  expect(open).toBeUndefined();
  expect(clicks).toHaveLength(2);
  for (const click of clicks) {
    const answer = await fetch(click, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, link]);
  }
  expect(office.ledger.outcomes.of(id)).toMatchObject([{ kind: 'click', link }]);
  const unknown = await fetch(`${clicks[0]?.replace(/\d+$/, '')}7`, { redirect: 'manual' });
  expect(unknown.status).toBe(404);
});

test('the request goes before the agent', async () => {
  const office = await ApiOffice.open({ tracking: { opens: true, clicks: true, preview: false } });
  await office.send(mail({ track_opens: false, track_clicks: false }));
  expect((await heldHtml(office)).html).not.toContain('/track/');
});

test('a recipient whose tracking is suppressed is passed over', async () => {
  const office = await ApiOffice.open({ tracking: { opens: true, clicks: true, preview: false } });
  const { suppressions } = office.ledger;
  suppressions.add([{ kind: 'email', value: 'jane@example.com', action: 'suppress_tracking' }], new Date());
  await office.send(mail());
  const { id, open } = await heldHtml(office);
  await fetch(open ?? '');
  expect(office.ledger.outcomes.of(id)).toMatchObject([{ kind: 'open', recipient: 'joe@example.com' }]);
  suppressions.add([{ kind: 'email', value: 'joe@example.com', action: 'suppress_tracking' }], new Date());
  await office.send(mail());
  expect((await heldHtml(office)).html).not.toContain('/track/');
});

test('looking at a held mail is no opening', async () => {
  const office = await ApiOffice.open({ tracking: { opens: true, clicks: false, preview: false } });
  await office.send(mail());
  expect(prepareHtml((await heldHtml(office)).html, [])).not.toContain('/track/open/');
});

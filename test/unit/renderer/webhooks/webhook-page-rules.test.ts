import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { WebhookDelivery } from '#shared/webhook.ts';
import {
  type DeliveryPages,
  withDelivery,
} from '../../../../renderer/src/features/webhooks/delivery-pages.ts';
import { stateWords } from '../../../../renderer/src/features/webhooks/event-words.ts';
import { verifySnippets } from '../../../../renderer/src/features/webhooks/verify-snippets.ts';
import {
  draftOf,
  namesThisMachine,
  requestOf,
} from '../../../../renderer/src/features/webhooks/webhook-draft.ts';

function delivery(id: string, changes: Partial<WebhookDelivery> = {}): WebhookDelivery {
  return {
    id,
    agentId: 'a',
    webhookId: 'w',
    event: 'email_open',
    cause: 'outcome',
    url: 'http://localhost/',
    messageId: null,
    recipient: 'jane@example.org',
    state: 'waiting',
    attempts: 0,
    status: null,
    durationMs: null,
    problem: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    lastAttemptAt: null,
    nextAttemptAt: '2026-01-01T00:00:00.000Z',
    ...changes,
  };
}

describe('the log', () => {
  const pages: DeliveryPages = {
    pages: [
      { deliveries: [delivery('3'), delivery('2', { attempts: 2, state: 'delivered' })], next: '2' },
      { deliveries: [delivery('1')], next: null },
    ],
    pageParams: [null, '2'],
  };
  const idsOf = ({ pages: all }: DeliveryPages) => all.map((page) => page.deliveries.map(({ id }) => id));

  it('takes a new delivery on top, and news of a known one in its place', () => {
    expect(idsOf(withDelivery(pages, delivery('4')))).toEqual([['4', '3', '2'], ['1']]);
    const changed = withDelivery(pages, delivery('1', { attempts: 1, state: 'failed' }));
    expect(idsOf(changed)).toEqual(idsOf(pages));
    expect(changed.pages[1]?.deliveries[0]?.state).toBe('failed');
  });

  it('passes over an answer that what was announced has overtaken', () => {
    expect(withDelivery(pages, delivery('2', { attempts: 1 }))).toEqual(pages);
  });
});

it.each<[Partial<WebhookDelivery>, RegExp]>([
  [{ state: 'delivered', status: 204 }, /^Delivered 204$/],
  [{ state: 'failed', problem: 'No whole answer' }, /^Failed$/],
  [{ state: 'waiting' }, /^Waiting$/],
  [{ state: 'waiting', status: 200, attempts: 1 }, /^Waiting$/],
  [{ state: 'waiting', status: 500, attempts: 1, problem: 'Answered 500.' }, /^Failed 500, again at .+/],
])('%j is said in a few words', (changes, words) => {
  expect(stateWords(delivery('1', changes))).toMatch(words);
});

describe('the form', () => {
  const draft = { ...draftOf(undefined), url: 'http://localhost:3000/hook' };

  it('asks for all events as JSON unless told otherwise', () => {
    expect(requestOf(draft)).toMatchObject({
      body: { url: draft.url, body: 'json', header: null, allowRemote: false, events: { length: 6 } },
    });
  });

  it('says what is wrong at its field', () => {
    expect(requestOf({ ...draft, url: 'nowhere', events: [], headerValue: 'secret' })).toMatchObject({
      problems: {
        url: expect.stringMatching(/begins with http/),
        events: 'Choose at least one event.',
        headerName: expect.any(String),
      },
    });
  });

  it.each([
    ['http://localhost/', true],
    ['http://app.localhost:3000/', true],
    ['http://127.0.0.2/', true],
    ['http://[::1]:80/', true],
    ['', true],
    ['http://example.com/', false],
    ['http://localhost.example.com/', false],
    ['http://10.0.0.1/', false],
  ])('knows whether %s names this machine', (url, is) => {
    expect(namesThisMachine(url)).toBe(is);
  });
});

it('shows a snippet for Node that tells genuine calls from others', async () => {
  const code = verifySnippets.find(({ id }) => id === 'node')?.code ?? '';
  const { isFromZeptoMail } = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  )) as { isFromZeptoMail: (header: string, body: string, key: string) => boolean };
  // Some of these codes have a “+” or “/”, which must survive the URL encoding.
  for (let n = 0; n < 50; n += 1) {
    const body = `{"n":${n},"name":"Jürgen"}`;
    const mac = createHmac('sha256', 'key').update(body).digest('base64');
    const header = `ts=1596109465823;s=${encodeURIComponent(mac)};s-algorithm=HmacSHA256`;
    expect(isFromZeptoMail(header, body, 'key')).toBe(true);
    expect(isFromZeptoMail(header, `${body} `, 'key')).toBe(false);
    expect(isFromZeptoMail(header, body, 'other')).toBe(false);
  }
  expect(isFromZeptoMail('', '{}', 'key')).toBe(false);
});

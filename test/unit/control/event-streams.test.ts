import { expect, test } from 'vitest';
import type { AppEvent } from '#shared/events.ts';
import { EventStreams, maxWaitingBytes } from '../../../electron/control/events/event-streams.ts';
import { Announcer } from '../../../electron/road/announcer.ts';

/** A notice that counts how often it is made into JSON. */
function countingNotice(text = ''): { event: AppEvent; written: () => number } {
  let written = 0;
  const event: AppEvent = {
    type: 'notice.added',
    notice: { id: '1', level: 'info', title: 'x', text, at: '2026-01-01T00:00:00.000Z' },
  };
  Object.defineProperty(event, 'toJSON', {
    value: () => {
      written += 1;
      return { ...event };
    },
  });
  return { event, written: () => written };
}

test('an event is written once for many clients, and not at all for none', async () => {
  const announcer = new Announcer();
  const streams = new EventStreams(announcer);
  const clients = [1, 2, 3].map(() => streams.open());
  const { event, written } = countingNotice();
  announcer.announce(event);
  expect(written()).toBe(1);

  await Promise.all(clients.map((client) => client.cancel()));
  expect(streams.size).toBe(0);
  announcer.announce(event);
  expect(written()).toBe(1);
});

test('no more waits for a client than the limit and one event, and then it is dropped', async () => {
  const announcer = new Announcer();
  const streams = new EventStreams(announcer);
  const client = streams.open();
  const { event, written } = countingNotice('x'.repeat(100_000));
  while (streams.size > 0) {
    announcer.announce(event);
  }
  expect(written()).toBeLessThanOrEqual(Math.ceil(maxWaitingBytes / 100_000) + 1);
  await expect(client.getReader().read()).rejects.toThrow('does not read');
});

test('a stream that is opened after the end ends at once', async () => {
  const streams = new EventStreams(new Announcer());
  const before = streams.open();
  streams.close();
  streams.close();
  for (const stream of [before, streams.open()]) {
    expect(await new Response(stream).text()).toBe('retry: 1000\n\n');
  }
});

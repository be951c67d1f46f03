import { expect, test } from 'vitest';
import { messageDetailSchema } from '../../../shared/message.ts';
import type { MessageDetail } from '../../../shared/message.ts';
import { testRoad } from '../../support/road.ts';
import type { TestRoad } from '../../support/road.ts';
import { tortureMails } from '../../support/torture/torture-mails.ts';

type Archive = TestRoad['road']['archive'];

async function opened(archive: Archive, id: string): Promise<MessageDetail> {
  return messageDetailSchema.parse({ ...(await archive.detail(id)), previewUrl: null });
}

/** The sizes of some parts as they are told and as they are given; a thousand of them would be the same again. */
async function sizes(archive: Archive, { id, parts }: MessageDetail) {
  const some = [...parts.slice(0, 3), ...parts.slice(-1)];
  const given = await Promise.all(some.map(({ n }) => archive.part(id, n)));
  return { told: some.map(({ size }) => size), given: given.map((part) => part?.bytes.length) };
}

test('what mail programs choke on is held, listed, found, opened and given back byte for byte', async () => {
  const { road, held } = await testRoad();
  const { archive } = road;
  expect(tortureMails.length).toBeGreaterThan(100);
  for (const { name, raw, find } of tortureMails) {
    const bytes = raw();
    // The road takes over the buffer of a large message.
    const id = await held(raw());
    expect(Buffer.from((await archive.raw(id)) ?? []).equals(bytes), name).toBe(true);
    const detail = await opened(archive, id);
    expect(detail, name).toMatchObject({ id, size: bytes.length });
    expect(detail.index, name).not.toBe('pending');
    expect((await archive.html(id)) !== undefined, name).toBe(detail.hasHtml);
    const { told, given } = await sizes(archive, detail);
    expect(given, name).toEqual(told);
    const found = await archive.list(find === null ? {} : { q: find }, { limit: 5 });
    expect(
      found.messages.map((message) => message.id),
      `${name} is found by its word`,
    ).toContain(id);
  }
  expect((await archive.list({}, { limit: 1 })).total).toBe(tortureMails.length);
});

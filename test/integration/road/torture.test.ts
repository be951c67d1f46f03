import { expect, test } from 'vitest';
import { messageDetailSchema } from '../../../shared/message.ts';
import { testRoad } from '../../support/road.ts';
import { tortureMails } from '../../support/torture/torture-mails.ts';

test('what mail programs choke on is held, listed, found, opened and given back byte for byte', async () => {
  const { road, held } = await testRoad();
  expect(tortureMails.length).toBeGreaterThan(100);
  const slowest = { name: '', ms: 0 };
  for (const { name, raw, find } of tortureMails) {
    const bytes = raw();
    const begun = performance.now();
    // The road takes over the buffer of a large message.
    const id = await held(raw());
    expect(Buffer.from((await road.archive.raw(id)) ?? []).equals(bytes), name).toBe(true);
    const detail = messageDetailSchema.parse({ ...(await road.archive.detail(id)), previewUrl: null });
    expect(detail, name).toMatchObject({ id, size: bytes.length });
    expect(detail.index, name).not.toBe('pending');
    if (detail.hasHtml) {
      expect(await road.archive.html(id), name).toBeDefined();
    }
    for (const part of [...detail.parts.slice(0, 3), ...detail.parts.slice(-1)]) {
      expect((await road.archive.part(id, part.n))?.bytes.length, `${name}, part ${part.n}`).toBe(part.size);
    }
    if (find !== null) {
      const found = await road.archive.list({ q: find }, { limit: 5 });
      expect(
        found.messages.map((message) => message.id),
        `${name} is found by its word`,
      ).toContain(id);
    }
    const ms = performance.now() - begun;
    if (ms > slowest.ms) {
      Object.assign(slowest, { name, ms });
    }
  }
  const { total } = await road.archive.list({}, { limit: 1 });
  expect(total).toBe(tortureMails.length);
  console.info(
    `${tortureMails.length} messages; the slowest, “${slowest.name}”, took ${Math.round(slowest.ms)} ms`,
  );
});

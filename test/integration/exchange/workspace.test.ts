import { describe, expect, test } from 'vitest';
import { furnishedOffice } from '../../support/furnished-office.ts';
import { ServedOffice } from '../../support/served-office.ts';
import { opened, workspaceOf } from '../../support/workspace-files.ts';

/** Everything of an agent, without what is another's elsewhere: ids, ports and times of making. */
async function contentOf(office: ServedOffice, name: string) {
  const { agents, archive, ledger, webhooks, outcomeScript } = office.postOffice;
  const agent = agents.configs.find((each) => each.name === name);
  if (agent === undefined) {
    throw new Error(`There is no agent called ${name}.`);
  }
  const { id, channels: _, createdAt: __, ...config } = agent;
  // What was brought is held when the answer comes, and read soon after.
  await expect
    .poll(() => office.ask('GET', `/api/messages?agent=${id}&q=is:pending`))
    .toMatchObject({ body: { total: 0 } });
  const ids = await archive.ids({ agentId: id });
  const messages = await Promise.all(
    ids.map(async (each) => {
      const held = await archive.parcel(each);
      const { read, starred, tags, note, receivedAt, door, subject } = held?.summary ?? {};
      const outcomes = ledger.outcomes.of(each).map(({ recipient, kind, at }) => ({ recipient, kind, at }));
      const planned = ledger.plans.of(each);
      return {
        read,
        starred,
        tags,
        note,
        receivedAt,
        door,
        subject,
        outcomes,
        planned,
        facts: held?.facts,
        raw: Buffer.from(held?.raw ?? []).toString(),
      };
    }),
  );
  return {
    config,
    messages,
    templates: ledger.templates.list(id).map(({ modifiedAt: ___, ...rest }) => rest),
    webhooks: webhooks.list(id).map(({ url, events, enabled }) => ({ url, events, enabled })),
    webhookKey: webhooks.key(id).key,
    failures: ledger.failures.list(id).map(({ effect, when, enabled }) => ({ effect, when, enabled })),
    rules: outcomeScript.rules(id),
    files: ledger.files.list(id).map(({ key }) => ({
      key,
      content: Buffer.from(ledger.files.find(id, key)?.content ?? []).toString(),
    })),
    suppressed: ledger.suppressions.match(id, 'x@blocked.example')?.value,
  };
}

describe('a workspace file', () => {
  test('brings everything to another data folder as it was', async () => {
    const office = await furnishedOffice();
    const elsewhere = await ServedOffice.open();
    const report = await opened(elsewhere, await workspaceOf(office));
    expect(report).toMatchObject({
      messages: 2,
      suppressions: 1,
      settingsTaken: false,
      agents: [
        { was: 'My app', name: 'My app 2', notes: [expect.stringContaining('“My app 2”')] },
        { was: 'Shop', name: 'Shop', notes: [] },
      ],
    });
    expect(await contentOf(elsewhere, 'Shop')).toEqual(await contentOf(office, 'Shop'));
  });

  test('changes nothing that is there: names, ports and credentials that are taken become others', async () => {
    const office = await furnishedOffice();
    const before = await contentOf(office, 'Shop');
    const report = await opened(office, await workspaceOf(office));
    expect(report.agents[1]).toMatchObject({
      name: 'Shop 2',
      notes: expect.arrayContaining([expect.stringContaining('new token')]),
    });
    expect(await contentOf(office, 'Shop')).toEqual(before);
    const { config, messages } = await contentOf(office, 'Shop 2');
    expect(messages).toHaveLength(2);
    expect(config.tokens[0]?.token).not.toBe(before.config.tokens[0]?.token);
  });

  test('leaves out credentials and messages when told so', async () => {
    const office = await furnishedOffice();
    const token = office.agent.tokens[0]?.token ?? '';
    const file = await workspaceOf(office, '?credentials=false&messages=false');
    const elsewhere = await ServedOffice.open();
    const report = await opened(elsewhere, file);
    expect(report).toMatchObject({ messages: 0 });
    expect(report.agents[1].notes).toEqual([expect.stringContaining('the file has none')]);
    expect(
      elsewhere.postOffice.agents.configs.flatMap(({ tokens }) => tokens).map((each) => each.token),
    ).not.toContain(token);
  });
});

import { type AgentConfig, agentLimits, channelNames, type CreateAgent } from '#shared/agent.ts';
import { RestanteError } from '#shared/errors.ts';
import type { OpenedWorkspace } from '#shared/control-api/exchange.ts';
import { configuredPorts } from '../agents/ports.ts';
import { isPortFree } from '../net/free-port.ts';
import type { PostOffice } from '../post-office/post-office.ts';
import type { Parcel } from '../road/parcel.ts';
import { keptOf } from '../store/kept-session.ts';
import { InFlight } from './in-flight.ts';
import type { CheckedWorkspace } from './read-workspace.ts';
import type { TaskWork } from './tasks.ts';
import type { MessageFacts, WorkspaceAgent } from './workspace-format.ts';

export interface OpenWish {
  /** Whether the gateway's settings of the file take the place of those that are there. */
  readonly settings: 'keep' | 'take';
}

type Office = Pick<
  PostOffice,
  'agents' | 'ledger' | 'gateway' | 'outcomeScript' | 'webhooks' | 'filing' | 'archive' | 'announcer'
>;

/**
 * Adds what a workspace file holds to what is there; nothing that is there changes. Agents whose name, ports or credentials
 * are taken get others, which the answer tells. When it cannot be finished, or is cancelled, the agents that it brought go
 * again with their messages.
 * @throws RestanteError `agent.limit`, `store.failed`
 */
export async function openWorkspace(
  workspace: CheckedWorkspace,
  wish: OpenWish,
  office: Office,
  task: Pick<TaskWork, 'begin' | 'commit' | 'passed' | 'signal'>,
): Promise<OpenedWorkspace> {
  const there = office.agents.list().length;
  if (there + workspace.office.agents.length > agentLimits.agents) {
    throw new RestanteError('agent.limit', { limit: agentLimits.agents });
  }
  const ids = new Map<string, string>();
  const agents: OpenedWorkspace['agents'] = [];
  try {
    for (const brought of workspace.office.agents) {
      task.signal.throwIfAborted();
      const { wish: agentWish, notes } = await wishFor(brought.config, office);
      const agent = await office.agents.create(agentWish);
      ids.set(brought.config.id, agent.id);
      agents.push({ id: agent.id, name: agent.name, was: brought.config.name, notes });
      await equip(agent, brought, workspace, office);
    }
    task.begin('adding', workspace.manifest.messages);
    const messages = await fileMessages(workspace, ids, office, task);
    task.signal.throwIfAborted();
    task.commit();
    if (wish.settings === 'take') {
      const { enabled, channels } = workspace.office.gateway;
      await office.gateway.patch({ enabled, channels });
    }
    // Last: of what goes when this fails, suppressions for all agents are no part.
    const suppressions = addSuppressions(workspace, ids, office);
    return { agents, messages, suppressions, settingsTaken: wish.settings === 'take' };
  } catch (error) {
    for (const id of ids.values()) {
      await office.agents.delete(id);
    }
    throw error;
  }
}

/** What an agent is to be here: as it was, unless that is taken. */
async function wishFor(
  config: AgentConfig,
  { agents, gateway }: Pick<Office, 'agents' | 'gateway'>,
): Promise<{ wish: CreateAgent; notes: string[] }> {
  const notes: string[] = [];
  const others = agents.configs;
  const name = freeName(config.name, others);
  if (name !== config.name) {
    notes.push(`It is called “${name}”, because another agent has its name.`);
  }
  const taken = configuredPorts([...others, gateway.config]);
  const ports = channelNames.map((channel) => config.channels[channel].port).filter((port) => port !== 0);
  const areFree = (
    await Promise.all(ports.map(async (port) => !taken.has(port) && (await isPortFree(port))))
  ).every(Boolean);
  if (!areFree) {
    notes.push('It has other ports, because its own are taken.');
  }
  const known = new Set(others.flatMap(credentialsOf));
  const areKnown = credentialsOf(config).some((credential) => known.has(credential));
  const hasNone = config.tokens.length === 0 && config.shortPasswords.length === 0;
  if (areKnown) {
    notes.push('It has a new token, because another agent has one of its credentials.');
  } else if (hasNone) {
    notes.push('It has a new token: the file has none.');
  }
  const sandboxes = others.filter(({ sandbox }) => sandbox).length;
  const sandbox = config.sandbox && sandboxes < agentLimits.sandboxAgents;
  if (config.sandbox && !sandbox) {
    notes.push('It is no sandbox agent: there are two already.');
  }
  const { description, colour, enabled, mode, maxMessageBytes, domains, retention, tracking } = config;
  return {
    notes,
    wish: {
      name,
      description,
      colour,
      enabled,
      mode,
      sandbox,
      maxMessageBytes,
      domains,
      retention,
      tracking,
      ...(areFree ? { channels: config.channels } : {}),
      ...(areKnown || hasNone
        ? {}
        : { key: config.key, tokens: config.tokens, shortPasswords: config.shortPasswords }),
    },
  };
}

function credentialsOf({ key, tokens, shortPasswords }: AgentConfig): string[] {
  return [key, ...tokens.map(({ token }) => token), ...shortPasswords.map(({ username }) => username)];
}

/** `Shop`, `Shop 2`, `Shop 3`: the first that nobody has. */
function freeName(name: string, others: readonly AgentConfig[]): string {
  const taken = new Set(others.map((other) => other.name.toLocaleLowerCase('en')));
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? '' : ` ${n}`;
    const candidate = name.slice(0, agentLimits.nameLength - suffix.length) + suffix;
    if (!taken.has(candidate.toLocaleLowerCase('en'))) {
      return candidate;
    }
  }
}

/** Templates, cached files, rules, webhooks and failures of an agent. */
async function equip(
  agent: { readonly id: string; readonly key: string },
  brought: WorkspaceAgent,
  workspace: CheckedWorkspace,
  { ledger, outcomeScript, webhooks }: Office,
): Promise<void> {
  const now = new Date();
  for (const { htmlbody, textbody, ...rest } of brought.templates) {
    ledger.templates.restore(agent, { ...rest, html: htmlbody, text: textbody });
  }
  for (const { n, ...file } of brought.files.toReversed()) {
    const content = await workspace.file(n);
    ledger.files.restore(agent.id, { ...file, size: content.byteLength, content });
  }
  outcomeScript.putRules(agent.id, brought.rules);
  brought.webhooks.forEach((webhook) => webhooks.create(agent.id, webhook));
  if (brought.webhookKey !== null) {
    webhooks.restoreKey(agent.id, brought.webhookKey);
  }
  brought.failures.forEach((failure) => ledger.failures.create(agent.id, failure, now));
}

async function fileMessages(
  workspace: CheckedWorkspace,
  agents: ReadonlyMap<string, string>,
  { filing, ledger, archive, announcer, outcomeScript }: Office,
  task: Pick<TaskWork, 'passed' | 'signal'>,
): Promise<number> {
  const inFlight = new InFlight();
  const read: string[] = [];
  let count = 0;
  try {
    for await (const { facts, raw } of workspace.messages()) {
      task.signal.throwIfAborted();
      const agentId = agents.get(facts.agentId) ?? '';
      const filed = filing.file(parcelOf(facts, agentId, raw)).then(async (messageId) => {
        if (facts.read) {
          read.push(messageId);
        }
        facts.outcomes.forEach((outcome) => ledger.outcomes.record({ ...outcome, agentId, messageId }));
        for (const { at, category, ...planned } of facts.planned) {
          const play = { ...planned, agentId, messageId, category: category ?? undefined } as const;
          outcomeScript.plan({ ...play, origin: 'rule' }, Date.parse(at));
        }
        const { starred, tags, note } = facts;
        if (starred || tags.length > 0 || note !== null) {
          await archive.change({ ids: [messageId] }, { starred, tags, note });
        }
        task.passed();
      });
      await inFlight.add(filed);
      count += 1;
    }
  } finally {
    // Whoever takes the agents back must not have messages come in after them.
    await inFlight.settled();
  }
  inFlight.throwFailure();
  await archive.change({ ids: read }, { read: true });
  for (const agentId of agents.values()) {
    announcer.announce({ type: 'messages.changed', agentId });
  }
  return count;
}

function parcelOf(facts: MessageFacts, agentId: string, raw: Uint8Array): Parcel {
  const { door, receivedAt, envelope, session, verdicts, sending } = facts;
  return {
    agentId,
    door,
    receivedAt: new Date(receivedAt),
    raw,
    envelope,
    session: keptOf(session),
    verdicts,
    ...(sending === undefined ? {} : { sending }),
  };
}

/** Those that are not on the list yet; answers with how many. */
function addSuppressions(
  { office }: CheckedWorkspace,
  agents: ReadonlyMap<string, string>,
  { ledger }: Office,
): number {
  const here = (scope: readonly string[]): string[] => scope.flatMap((id) => agents.get(id) ?? []);
  const wanted = office.suppressions.filter(
    ({ kind, value, agents: scope }) =>
      // None would mean all agents.
      (scope.length === 0 || here(scope).length > 0) && ledger.suppressions.find(kind, value) === undefined,
  );
  const added = ledger.suppressions.add(
    wanted.map(({ kind, value, action, description, category, agents: scope }) => ({
      kind,
      value,
      action,
      description,
      category,
      agents: here(scope),
    })),
    new Date(),
  );
  return added.length;
}

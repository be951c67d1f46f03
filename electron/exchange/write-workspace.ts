import type { CreateWebhook, Webhook } from '#shared/webhook.ts';
import type { PostOffice } from '../post-office/post-office.ts';
import { sessionOf } from '../store/kept-session.ts';
import {
  entryNames,
  type Manifest,
  type MessageFacts,
  type WorkspaceAgent,
  type WorkspaceOffice,
  workspaceVersion,
} from './workspace-format.ts';
import { type ZipSource, zipOf } from './write-zip.ts';

export interface WorkspaceWish {
  /** Without them tokens, short passwords and keys are left out, and made anew where it is opened. */
  readonly withCredentials: boolean;
  readonly withMessages: boolean;
  /** The version of this Restante. */
  readonly version: string;
}

const mostSuppressions = 1_000_000;

type Office = Pick<PostOffice, 'agents' | 'archive' | 'ledger' | 'gateway' | 'outcomeScript' | 'webhooks'>;

/** Everything in one file: agents with all that is theirs, suppressions, the gateway's settings, messages. */
export async function workspaceOf(office: Office, wish: WorkspaceWish): Promise<ReadableStream<Uint8Array>> {
  const ids = wish.withMessages ? await office.archive.ids({}) : [];
  await office.outcomeScript.caughtUp();
  return zipOf(entries());

  async function* entries(): AsyncGenerator<ZipSource> {
    const manifest: Manifest = {
      format: 'restante-workspace',
      version: workspaceVersion,
      madeBy: wish.version,
      madeAt: new Date().toISOString(),
      withCredentials: wish.withCredentials,
      messages: ids.length,
    };
    yield json(entryNames.manifest, manifest);
    const { content, files } = officeOf(office, wish.withCredentials);
    yield json(entryNames.office, content);
    for (const { n, agentId, key } of files) {
      const file = office.ledger.files.find(agentId, key);
      yield { path: entryNames.file(n), bytes: file?.content ?? new Uint8Array(0) };
    }
    let n = 0;
    for (const id of ids) {
      const held = await office.archive.parcel(id);
      if (held === undefined) {
        continue;
      }
      const { summary, facts, raw } = held;
      const told: MessageFacts = {
        agentId: summary.agentId,
        door: summary.door,
        receivedAt: summary.receivedAt,
        read: summary.read,
        starred: summary.starred,
        tags: summary.tags,
        note: summary.note,
        envelope: facts.envelope,
        session: sessionOf(facts.session, held.body),
        verdicts: [...facts.verdicts],
        ...(facts.sending === undefined ? {} : { sending: facts.sending }),
        outcomes: office.ledger.outcomes.of(id),
        planned: office.ledger.plans.of(id),
      };
      yield json(entryNames.facts(n), told);
      yield { path: entryNames.mail(n), bytes: raw, at: new Date(summary.receivedAt) };
      n += 1;
    }
  }
}

interface NamedFile {
  readonly n: number;
  readonly agentId: string;
  readonly key: string;
}

function officeOf(
  { agents, ledger, gateway, outcomeScript, webhooks }: Office,
  withCredentials: boolean,
): { content: WorkspaceOffice; files: readonly NamedFile[] } {
  const files: NamedFile[] = [];
  const content: WorkspaceOffice = {
    agents: agents.configs.map((agent): WorkspaceAgent => ({
      config: withCredentials ? agent : { ...agent, tokens: [], shortPasswords: [] },
      templates: ledger.templates
        .list(agent.id)
        .toReversed()
        .map(({ html, text, ...rest }) => ({ ...rest, htmlbody: html, textbody: text })),
      rules: [...outcomeScript.rules(agent.id)],
      webhooks: webhooks.list(agent.id).map(wishOf),
      webhookKey: withCredentials ? webhooks.key(agent.id).key : null,
      failures: ledger.failures.list(agent.id).map(({ effect, when, recipients, senders, enabled }) => ({
        effect,
        when,
        recipients,
        senders,
        enabled,
      })),
      files: ledger.files.list(agent.id).map(({ key, name, mimeType, createdAt }) => {
        const n = files.length;
        files.push({ n, agentId: agent.id, key });
        return { n, key, name, mimeType, createdAt };
      }),
    })),
    suppressions: ledger.suppressions.list({ limit: mostSuppressions }).suppressions,
    gateway: gateway.config,
  };
  return { content, files };
}

function wishOf({ url, events, enabled, body, formField, header, allowRemote }: Webhook): CreateWebhook {
  return { url, events, enabled, body, formField, header, allowRemote };
}

function json(path: string, value: unknown): ZipSource {
  return { path, bytes: Buffer.from(JSON.stringify(value)) };
}

import {
  channelNames,
  createAgentSchema,
  defaultMaxMessageBytes,
  retentionSchema,
  sandboxMaxAgeDays,
} from '#shared/agent.ts';
import type { Agent, AgentColour, AgentMode, ChannelName, CreateAgent } from '#shared/agent.ts';

const mebibyte = 1024 * 1024;

/** An agent as it stands in the form: numbers are texts, and an empty text leaves the choice to Restante. */
export interface AgentDraft {
  readonly name: string;
  readonly description: string;
  readonly colour: AgentColour;
  readonly mode: AgentMode;
  /** Of a new agent only: it stays as it was chosen. */
  readonly sandbox: boolean;
  readonly domains: readonly string[];
  /** MiB; empty for the mode's own limit. */
  readonly maxSize: string;
  /** Empty keeps all. */
  readonly maxCount: string;
  /** Days; empty keeps them whatever their age. */
  readonly maxAge: string;
  readonly ports: Readonly<Record<ChannelName, string>>;
}

/** What is wrong with a draft, by field: `name`, `domains`, `ports.smtp`... */
export type DraftProblems = Readonly<Record<string, string>>;

/** The draft of a new agent. */
export function newDraft(colour: AgentColour): AgentDraft {
  return {
    name: '',
    description: '',
    colour,
    mode: 'relaxed',
    sandbox: false,
    domains: [],
    maxSize: '',
    maxCount: String(retentionSchema.parse({}).maxCount),
    maxAge: '',
    ports: { smtp: '', smtps: '', api: '', apis: '' },
  };
}

export function draftOf(agent: Agent): AgentDraft {
  return {
    name: agent.name,
    description: agent.description,
    colour: agent.colour,
    mode: agent.mode,
    sandbox: agent.sandbox,
    domains: agent.domains,
    maxSize: agent.maxMessageBytes === null ? '' : String(agent.maxMessageBytes / mebibyte),
    maxCount: textOf(agent.retention.maxCount),
    maxAge: textOf(agent.retention.maxAgeDays),
    ports: {
      smtp: String(agent.channels.smtp.port),
      smtps: String(agent.channels.smtps.port),
      api: String(agent.channels.api.port),
      apis: String(agent.channels.apis.port),
    },
  };
}

/** The changes that choose sandbox mode or leave it; days that the person wrote stay. */
export function sandboxChanges(draft: AgentDraft, sandbox: boolean): Pick<AgentDraft, 'sandbox' | 'maxAge'> {
  const days = String(sandboxMaxAgeDays);
  const [from, to] = sandbox ? ['', days] : [days, ''];
  return { sandbox, maxAge: draft.maxAge === from ? to : draft.maxAge };
}

/** What the control API is to be told: for a new agent all that was filled in, else what differs from `before`. */
export function requestOf(draft: AgentDraft, before: AgentDraft | null): CreateAgent {
  const differs = (field: keyof AgentDraft) => before === null || before[field] !== draft[field];
  const ports = channelNames.filter(
    (name) => draft.ports[name].trim() !== '' && draft.ports[name] !== before?.ports[name],
  );
  return {
    name: draft.name.trim(),
    ...(differs('description') ? { description: draft.description.trim() } : {}),
    ...(differs('colour') ? { colour: draft.colour } : {}),
    ...(differs('mode') ? { mode: draft.mode } : {}),
    ...(differs('sandbox') ? { sandbox: draft.sandbox } : {}),
    ...(differs('domains') ? { domains: draft.domains.map((domain) => domain.trim().toLowerCase()) } : {}),
    ...(differs('maxSize') ? { maxMessageBytes: scaled(numberOf(draft.maxSize), mebibyte) } : {}),
    ...(differs('maxCount') || differs('maxAge')
      ? { retention: { maxCount: numberOf(draft.maxCount), maxAgeDays: numberOf(draft.maxAge) } }
      : {}),
    ...(ports.length > 0
      ? { channels: Object.fromEntries(ports.map((name) => [name, { port: Number(draft.ports[name]) }])) }
      : {}),
  };
}

/** What would be refused, before it is sent. */
export function problemsOf(draft: AgentDraft): DraftProblems {
  const checked = createAgentSchema.safeParse(requestOf(draft, null));
  const problems: Record<string, string> = {};
  for (const issue of checked.error?.issues ?? []) {
    const field = draftField(issue.path.join('.'));
    problems[field] ??= wordsFor(field) ?? issue.message;
  }
  return problems;
}

/** The field of the form that a field of the control API belongs to. */
export function draftField(path: string): string {
  const [first, second] = path.split('.');
  switch (first) {
    case 'maxMessageBytes':
      return 'maxSize';
    case 'channels':
      return `ports.${second ?? 'smtp'}`;
    case 'retention':
      return second === 'maxAgeDays' ? 'maxAge' : 'maxCount';
    default:
      return first ?? '';
  }
}

/** The mode's own size limit in MiB. */
export function defaultSize(mode: AgentMode): number {
  return defaultMaxMessageBytes[mode] / mebibyte;
}

function wordsFor(field: string): string | undefined {
  if (field.startsWith('ports.')) {
    return 'A port is a number from 1 to 65535; 0 takes any free one.';
  }
  switch (field) {
    case 'maxSize':
      return 'A size limit is a number of megabytes up to 1024.';
    case 'maxCount':
      return 'This is a whole number from 1 to 10,000,000.';
    case 'maxAge':
      return 'This is a whole number of days from 1 to 36,500.';
    case 'description':
      return 'A description has at most 1000 characters.';
    default:
      return undefined;
  }
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : Math.round(value * factor);
}

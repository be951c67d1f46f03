import { type Agent, agentLimits } from '#shared/agent.ts';
import type { JsonObject } from '../email/json-object.ts';
import type { Resource } from '../resource.ts';
import type { ManagedAgents } from './account.ts';
import { displayedTime } from './display-time.ts';
import { Failure } from './failure.ts';
import { manage } from './manage.ts';
import { optionalText, requiredText } from './read-field.ts';

/** /v1.1/agents and, as it was called before, /v1.1/mailagents. */
export const agentList: Resource = {
  GET: manage({ group: 'MailAgents', operation: 'READ' }, ({ agents }) => ({
    body: { data: agents.list().map(agentShown), status: 'success' },
  })),
  POST: manage({ group: 'MailAgents', operation: 'CREATE' }, async ({ agents, body }) => {
    const agent = await agents.create({
      name: agentName(requiredText(body, 'mailagent_name')),
      description: agentDescription(body) ?? '',
    });
    return { body: { data: agentShown(agent), status: 'success' } };
  }),
};

export const oneAgent: Resource = {
  PUT: manage({ group: 'MailAgents', operation: 'UPDATE' }, async ({ agents, params, body }) => {
    const { id } = agentByKey(agents, params['key']);
    const name = optionalText(body, 'mailagent_name');
    const description = agentDescription(body);
    const agent = await agents.patch(id, {
      ...(name === undefined ? {} : { name: agentName(name) }),
      ...(description === undefined ? {} : { description }),
    });
    return { body: { data: agentShown(agent), status: 'success' } };
  }),
  DELETE: manage({ group: 'MailAgents', operation: 'DELETE' }, async ({ agents, params }) => {
    const agent = agentByKey(agents, params['key']);
    // Production deletes agents that were shut down; that ours are shut down when they are switched off is assumed.
    if (agent.enabled) {
      throw new Failure('agent-in-use', { field: 'mailagent_key', value: agent.key });
    }
    await agents.delete(agent.id);
    return {};
  }),
};

/** The agent of a key, or of the long form in which logs write it. @throws Failure `no-records`. */
export function agentByKey(agents: Pick<ManagedAgents, 'list'>, key = ''): Agent {
  const parts = key.toLowerCase().split('.');
  const found = agents.list().find((agent) => parts.includes(agent.key));
  if (found === undefined) {
    throw new Failure('no-records');
  }
  return found;
}

/** An agent as every list of agents shows it. */
export function agentShown({ name, createdAt, description, key, enabled }: Agent): object {
  return {
    mailagent_name: name,
    created_time: displayedTime(createdAt),
    description,
    mailagent_key: key,
    status: enabled ? 'active' : 'shutdown',
  };
}

function agentName(given: string): string {
  const name = given.trim();
  if (name === '' || name.length > agentLimits.nameLength) {
    throw new Failure('agent-invalid', { field: 'mailagent_name', value: name });
  }
  return name;
}

function agentDescription(body: JsonObject): string | undefined {
  const description = optionalText(body, 'description');
  if (description !== undefined && description.length > agentLimits.descriptionLength) {
    throw new Failure('agent-invalid', { field: 'description', value: description });
  }
  return description;
}

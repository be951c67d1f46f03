import type { Resource } from '../resource.ts';
import { agentByKey } from './agents.ts';
import { displayedTime } from './display-time.ts';
import { manage } from './manage.ts';

const read = { group: 'MailAgents', operation: 'READ' } as const;
const create = { group: 'MailAgents', operation: 'CREATE' } as const;
const remove = { group: 'MailAgents', operation: 'DELETE' } as const;

/** What DELETE answers here, with HTTP status 200. */
const deleted = { status: { code: 204, description: 'success' } };

/**
 * /v1.1/agents/{key}/apikeys: the send mail tokens. The documentation's samples cut the keys short; that production
 * shows them whole is assumed.
 */
export const apiKeyList: Resource = {
  GET: manage(read, ({ agents, params }) => {
    const { tokens } = agentByKey(agents, params['key']);
    const data = tokens.map(({ id, token, createdAt }) => ({
      created_time: displayedTime(createdAt),
      apikey: token,
      id,
      username: 'emailapikey',
    }));
    return { body: { data, status: 'success' }, secrets: tokens.map(({ token }) => token) };
  }),
  POST: manage(create, async ({ agents, params }) => {
    const { id, token, createdAt } = await agents.createToken(agentByKey(agents, params['key']).id);
    // The documentation's sample has a user name of a short password here; assumed is the one that works.
    const data = { created_time: displayedTime(createdAt), password: token, id, username: 'emailapikey' };
    return { body: { data, status: 'success' }, secrets: [token] };
  }),
};

export const oneApiKey: Resource = {
  DELETE: manage(remove, async ({ agents, params }) => {
    await agents.revokeToken(agentByKey(agents, params['key']).id, params['id'] ?? '');
    return { body: deleted };
  }),
};

/** /v1.1/agents/{key}/short-passwords. */
export const shortPasswordList: Resource = {
  GET: manage(read, ({ agents, params }) => {
    const { shortPasswords } = agentByKey(agents, params['key']);
    return {
      body: { data: shortPasswords.map(shortPasswordShown), status: 'success' },
      secrets: shortPasswords.map(({ password }) => password),
    };
  }),
  POST: manage(create, async ({ agents, params }) => {
    const made = await agents.createShortPassword(agentByKey(agents, params['key']).id);
    return { body: { data: shortPasswordShown(made), status: 'success' }, secrets: [made.password] };
  }),
};

export const oneShortPassword: Resource = {
  DELETE: manage(remove, async ({ agents, params }) => {
    await agents.revokeShortPassword(agentByKey(agents, params['key']).id, params['id'] ?? '');
    return { body: deleted };
  }),
};

function shortPasswordShown(one: {
  id: string;
  username: string;
  password: string;
  createdAt: string;
}): object {
  return {
    created_time: displayedTime(one.createdAt),
    password: one.password,
    id: one.id,
    username: one.username,
  };
}

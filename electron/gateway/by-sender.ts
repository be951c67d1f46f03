import { domainToASCII } from 'node:url';
import type { AgentConfig } from '#shared/agent.ts';

type Choosable = Pick<AgentConfig, 'name' | 'enabled' | 'mode' | 'domains'>;

/** The agent that takes mail without its credentials, or why none does. */
export type BySender<A> = { readonly agent: A } | { readonly agent: null; readonly reason: string };

/**
 * The agent of a sender whose credentials tell nothing: the one that has the sender's domain, if only one that is
 * switched on has it and that is relaxed; else the only agent there is, if it is on and relaxed.
 */
export function agentBySender<A extends Choosable>(agents: readonly A[], address: string): BySender<A> {
  const domain = domainOf(address);
  const owners = agents.filter(({ domains }) => domains.some((one) => ascii(one) === domain));
  const open = owners.filter(({ enabled }) => enabled);
  const [owner] = open;
  if (owner?.mode === 'relaxed' && open.length === 1) {
    return { agent: owner };
  }
  const [only] = agents;
  if (owner === undefined && only?.mode === 'relaxed' && only.enabled && agents.length === 1) {
    return { agent: only };
  }
  return { agent: null, reason: whyNobody(domain, owners, open) };
}

/** Whether some sender, at least, would find an agent without credentials. */
export function anySenderFindsAgent(agents: readonly Choosable[]): boolean {
  const open = agents.filter(({ enabled, mode }) => enabled && mode === 'relaxed');
  return open.some(({ domains }) => agents.length === 1 || domains.length > 0);
}

function whyNobody(domain: string, owners: readonly Choosable[], open: readonly Choosable[]): string {
  const [owner] = open;
  if (open.length > 1) {
    return `The domain ${domain} belongs to ${open.length} Mail Agents (${named(open)}), so that it does not tell which is meant.`;
  }
  if (owner !== undefined) {
    return `The domain ${domain} belongs to “${owner.name}”, which is strict and takes mail with its own credentials only.`;
  }
  if (owners.length > 0) {
    return `The domain ${domain} belongs to ${named(owners)}, which is switched off.`;
  }
  return domain === '' ? 'The sender has no domain.' : `No Mail Agent has the domain ${domain}.`;
}

function named(agents: readonly Choosable[]): string {
  return agents.map(({ name }) => `“${name}”`).join(', ');
}

function domainOf(address: string): string {
  return address.includes('@') ? ascii(address.slice(address.lastIndexOf('@') + 1)) : '';
}

function ascii(domain: string): string {
  const lower = domain.trim().toLowerCase().replace(/\.$/, '');
  return /^[\w.-]*$/.test(lower) ? lower : domainToASCII(lower) || lower;
}

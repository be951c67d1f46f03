import { describe, expect, test } from 'vitest';
import type { AgentConfig } from '#shared/agent.ts';
import { agentBySender, anySenderFindsAgent } from '../../../electron/gateway/by-sender.ts';
import { agentConfig } from '../../support/agent-configs.ts';

const shop = agentConfig({ name: 'Shop', domains: ['shop.test', 'müller.test'] });
const blog = agentConfig({ name: 'Blog', domains: ['blog.test'] });
const bank = agentConfig({ name: 'Bank', domains: ['bank.test'], mode: 'strict' });
const off = agentConfig({ name: 'Old', domains: ['old.test'], enabled: false });
const twin = agentConfig({ name: 'Twin', domains: ['shop.test'] });
const bare = agentConfig({ name: 'Bare' });

function chosen(agents: readonly AgentConfig[], address: string): string {
  const found = agentBySender(agents, address);
  return found.agent === null ? `nobody: ${found.reason}` : found.agent.name;
}

describe('a sender without credentials', () => {
  test.each([
    ['the agent that has the domain', [shop, blog], 'a@blog.test', 'Blog'],
    ['whatever the case and a final dot', [shop, blog], 'a@SHOP.test.', 'Shop'],
    ['an international domain in ASCII', [shop, blog], 'a@xn--mller-kva.test', 'Shop'],
    ['and in Unicode', [shop, blog], 'a@MÜLLER.test', 'Shop'],
    ['the only agent there is, though its domains are others', [shop], 'a@else.test', 'Shop'],
    ['the only agent there is, for the empty sender', [bare], '', 'Bare'],
  ])('finds %s', (_, agents, address, name) => {
    expect(chosen(agents, address)).toBe(name);
  });

  test.each([
    ['of a domain that nobody has', [shop, blog], 'a@else.test', 'No Mail Agent has the domain else.test'],
    ['of a subdomain', [shop, blog], 'a@news.shop.test', 'No Mail Agent has the domain news.shop.test'],
    ['of a domain of two agents', [shop, twin], 'a@shop.test', '“Shop”, “Twin”'],
    ['of a strict agent’s domain', [shop, bank], 'a@bank.test', '“Bank”, which is strict'],
    ['of the only agent, which is strict', [bank], 'a@bank.test', '“Bank”, which is strict'],
    ['of a domain whose agent is off', [shop, off], 'a@old.test', '“Old”, which is switched off'],
    ['of the only agent, which is off', [off], 'a@else.test', 'No Mail Agent has the domain'],
    ['without a domain', [shop, blog], '', 'The sender has no domain'],
  ])('%s finds nobody, and the reason says why', (_, agents, address, reason) => {
    expect(chosen(agents, address)).toMatch(/^nobody: /);
    expect(chosen(agents, address)).toContain(reason);
  });
});

test.each([
  [[shop, bank], true],
  [[bare], true],
  [[bare, bank], false],
  [[bank], false],
  [[off, bank], false],
])('whether any sender could find an agent is known before one is named', (agents, expected) => {
  expect(anySenderFindsAgent(agents)).toBe(expected);
});

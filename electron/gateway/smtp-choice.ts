import type { AgentConfig } from '#shared/agent.ts';
import { assertNonNullable } from '#shared/assert.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { ChosenAgent } from '../road/door-agents.ts';
import { judgeCredentials, type Login } from '../smtp/credentials.ts';
import { judgeLogin } from '../smtp/rules.ts';
import type { SmtpAgents } from '../smtp/smtp-agents.ts';
import { agentBySender, anySenderFindsAgent } from './by-sender.ts';
import { howToBeFound, switchedOff } from './words.ts';

/** How SMTP sessions at the gateway find their agent: by AUTH, else by MAIL FROM. */
export function smtpChoice(agents: () => readonly AgentConfig[]): Pick<SmtpAgents, 'byLogin' | 'bySender'> {
  return {
    byLogin(user, password) {
      const agent = agentOfLogin(agents(), user, password);
      if (agent !== undefined) {
        return letIn(agent, user);
      }
      // Relaxed agents take a wrong password, but whose it is only the sender can tell.
      return anySenderFindsAgent(agents())
        ? null
        : { agent: null, refusal: failedLogin(user, `Nobody here has these credentials. ${howToBeFound}`) };
    },
    bySender(mailFrom, { loggedInTo, login }) {
      const agent = agents().find(({ id }) => id === loggedInTo);
      if (agent !== undefined) {
        return letIn(agent, login?.user ?? '');
      }
      const found = agentBySender(agents(), mailFrom ?? '');
      return found.agent === null
        ? { agent: null, refusal: unknownSender(login, `${found.reason} ${howToBeFound}`) }
        : found;
    },
  };
}

/** The agent that has this user name of a short password, or this password. */
function agentOfLogin(
  agents: readonly AgentConfig[],
  user: string,
  password: string,
): AgentConfig | undefined {
  return (
    agents.find(({ shortPasswords }) => shortPasswords.some(({ username }) => username === user)) ??
    agents.find((agent) =>
      ['accepted', 'token-with-prefix'].includes(judgeCredentials(user, password, agent).outcome),
    )
  );
}

function letIn(agent: AgentConfig, user: string): ChosenAgent {
  return agent.enabled ? { agent } : { agent, refusal: failedLogin(user, switchedOff(agent.name)) };
}

/** `530 Authentication required` where the client said nothing of itself, `535` where what it said is nobody's. */
function unknownSender(login: Login | null, explanation: string): Verdict {
  return login === null ? explained(judgeLogin(null), explanation) : failedLogin(login.user, explanation);
}

function failedLogin(user: string, explanation: string): Verdict {
  return explained(judgeLogin({ user, outcome: 'wrong-password' }), explanation);
}

function explained(verdict: Verdict | null, explanation: string): Verdict {
  assertNonNullable(verdict, 'only an accepted login has no verdict');
  return { ...verdict, explanation };
}

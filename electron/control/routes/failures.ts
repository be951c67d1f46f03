import { controlApi } from '#shared/control-api/contract.ts';
import { failurePresets } from '#shared/failure-presets.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';

/** The failure laboratory of each agent. */
export function addFailureRoutes(
  route: Route,
  { agents, ledger }: Pick<PostOffice, 'agents' | 'ledger'>,
): void {
  const { failures } = ledger;
  const presets = [...failurePresets];

  /** @throws RestanteError `agent.not-found` */
  function agentId({ id }: { readonly id: string }): string {
    return agents.get(id).id;
  }

  route(controlApi.listAllFailures, () => ({ failures: failures.all(), presets }));
  route(controlApi.listFailures, ({ params }) => ({ failures: failures.list(agentId(params)), presets }));
  route(controlApi.createFailure, ({ params, body }) => failures.create(agentId(params), body, new Date()));
  route(controlApi.patchFailure, ({ params, body }) =>
    failures.patch(agentId(params), params.failureId, body),
  );
  route(controlApi.deleteFailure, ({ params }) => failures.delete(agentId(params), params.failureId));
  route(controlApi.switchFailuresOff, ({ params }) => ({
    switchedOff: failures.switchOff(agentId(params)),
  }));
}

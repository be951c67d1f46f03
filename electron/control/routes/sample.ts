import { controlApi } from '#shared/control-api/contract.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import type { Route } from '../endpoint-route.ts';
import { sendSample } from '../sample/send-sample.ts';

export function addSampleRoute(
  route: Route,
  postOffice: Pick<PostOffice, 'agents' | 'announcer' | 'authority'>,
): void {
  route(controlApi.sendSample, async ({ params }) => ({
    message: await sendSample(postOffice.agents.get(params.id), postOffice),
  }));
}

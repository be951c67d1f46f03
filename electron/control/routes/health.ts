import { randomUUID } from 'node:crypto';
import { controlApi } from '#shared/control-api/contract.ts';
import type { ControlAppOptions } from '../control-app.ts';
import type { Route } from '../endpoint-route.ts';

export function addHealthRoutes(
  route: Route,
  {
    postOffice,
    platform,
    version,
    isDemo = false,
  }: Pick<ControlAppOptions, 'postOffice' | 'platform' | 'version' | 'isDemo'>,
): void {
  const run = randomUUID();
  route(controlApi.health, () => ({
    status: 'ok' as const,
    version,
    run,
    platform,
    demo: isDemo,
    dataFolder: postOffice.dataFolder,
    notices: postOffice.notices.list(),
  }));
  route(controlApi.dismissNotice, ({ params }) => {
    postOffice.notices.dismiss(params.id);
  });
}

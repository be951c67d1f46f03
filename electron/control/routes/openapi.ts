import { controlApi } from '#shared/control-api/contract.ts';
import type { Route } from '../endpoint-route.ts';
import { describeControlApi } from '../openapi/describe-control-api.ts';

export function addOpenApiRoute(route: Route, version: string): void {
  let document: ReturnType<typeof describeControlApi> | undefined;
  route(controlApi.openApi, () => (document ??= describeControlApi(version)));
}

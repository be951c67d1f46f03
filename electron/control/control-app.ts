import { Hono } from 'hono';
import { RestanteError } from '#shared/errors.ts';
import { Tasks } from '../exchange/tasks.ts';
import { within } from '../net/within.ts';
import type { PostOffice } from '../post-office/post-office.ts';
import { createRoute } from './endpoint-route.ts';
import { errorAnswer, wrongMethodAnswer } from './error-answer.ts';
import { EventStreams } from './events/event-streams.ts';
import { methodsOf } from './methods-of.ts';
import type { MailViewPlace } from './mail-view/mail-view-place.ts';
import { isApiPath, refuseForeignRequest } from './own-requests.ts';
import type { OwnRequestsRule } from './own-requests.ts';
import { pagePolicy, setCommonHeaders } from './response-headers.ts';
import { WaitingRoom } from './waiting/waiting-room.ts';
import { addActivityRoutes } from './routes/activity.ts';
import { addAgentRoutes } from './routes/agents.ts';
import { addCredentialRoutes } from './routes/credentials.ts';
import { addEventRoutes } from './routes/events.ts';
import { addExchangeRoutes } from './routes/exchange.ts';
import { addExportRoutes } from './routes/exports.ts';
import { addFailureRoutes } from './routes/failures.ts';
import { addGatewayRoutes } from './routes/gateway.ts';
import { addFileRoutes } from './routes/files.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addMessageContentRoutes } from './routes/message-content.ts';
import { addMessageRoutes } from './routes/messages.ts';
import { addOAuthRoutes } from './routes/oauth.ts';
import { addOpenApiRoute } from './routes/openapi.ts';
import { addOutcomeRoutes } from './routes/outcomes.ts';
import { addResendingRoutes } from './routes/resending.ts';
import { addSampleRoute } from './routes/sample.ts';
import { addStructureRoutes } from './routes/structure.ts';
import { addSavedSearchRoutes } from './routes/saved-searches.ts';
import { addSuppressionRoutes } from './routes/suppressions.ts';
import { addTagRoutes } from './routes/tags.ts';
import { addTemplateRoutes } from './routes/templates.ts';
import { addTlsRoutes } from './routes/tls.ts';
import { addWaitingRoute } from './routes/waiting.ts';
import { addWorkspaceRoutes } from './routes/workspace.ts';
import { addWebhookRoutes } from './routes/webhooks.ts';

/** An opening of a workspace that is cancelled takes back what it has added, for which the post office must be open still. */
const tasksGraceMs = 8000;

export interface ControlAppOptions extends Partial<Pick<OwnRequestsRule, 'allowedOrigins'>> {
  readonly postOffice: PostOffice;
  readonly platform: 'desktop' | 'headless';
  readonly version: string;
  /** Whether it is the demo mailbox that is shown. */
  readonly isDemo?: boolean;
  readonly mailView: MailViewPlace;
  readonly isOwnHost: OwnRequestsRule['isOwnHost'];
  /** Serves the built page; without it there is only the API. */
  readonly page?: (request: Request) => Promise<Response>;
  /** Is told every unexpected error, once. */
  readonly report?: (error: unknown) => void;
  /** Checks every answer against the contract: for tests. */
  readonly checkAnswers?: boolean;
}

export interface ControlApp {
  /** The same for Electron's protocol.handle, for @hono/node-server and for tests. */
  fetch(request: Request, environment?: object): Promise<Response>;
  /** Ends all event streams and waiting, cancels what is under way and waits for its end, some seconds at most. Idempotent. */
  close(): Promise<void>;
}

/** The control API and the page: one web-standard handler over whatever transport. */
export function createControlApp(options: ControlAppOptions): ControlApp {
  const { postOffice, page, report = console.error } = options;
  const rule = { isOwnHost: options.isOwnHost, allowedOrigins: options.allowedOrigins ?? [] };
  const streams = new EventStreams(postOffice.announcer);
  const tasks = new Tasks(postOffice.announcer);
  const waiting = new WaitingRoom(postOffice.announcer, postOffice.archive);
  const app = new Hono();

  app.onError((error) => errorAnswer(error, report));
  app.use(async (context, next) => {
    refuseForeignRequest(context.req.raw, rule);
    await next();
  });

  const route = createRoute(app, options.checkAnswers ?? false);
  addHealthRoutes(route, options);
  addAgentRoutes(route, postOffice);
  addCredentialRoutes(route, postOffice);
  addSampleRoute(route, postOffice);
  // Before the messages: an id is any word.
  addExchangeRoutes(route, postOffice, tasks);
  // Before the messages: “wait” is no message's id.
  addWaitingRoute(route, { ...postOffice, waiting, mailView: options.mailView });
  addWorkspaceRoutes(route, postOffice, { version: options.version, tasks });
  addMessageRoutes(route, postOffice, options.mailView);
  addMessageContentRoutes(route, postOffice);
  addResendingRoutes(route, postOffice);
  addStructureRoutes(route, postOffice, options.mailView);
  addFileRoutes(route, postOffice);
  addExportRoutes(route, postOffice);
  addActivityRoutes(route, postOffice);
  addFailureRoutes(route, postOffice);
  addGatewayRoutes(route, postOffice);
  addOAuthRoutes(route, postOffice);
  addOutcomeRoutes(route, postOffice);
  addSavedSearchRoutes(route, postOffice);
  addSuppressionRoutes(route, postOffice);
  addTagRoutes(route, postOffice);
  addTemplateRoutes(route, postOffice);
  addTlsRoutes(route, postOffice);
  addWebhookRoutes(route, postOffice);
  addEventRoutes(route, postOffice, streams);
  addOpenApiRoute(route, options.version);

  app.notFound(async (context) => {
    const request = context.req.raw;
    if (page === undefined || isApiPath(context.req.path)) {
      const allowed = methodsOf(context.req.path);
      if (allowed.length > 0) {
        return wrongMethodAnswer(request.method, context.req.path, allowed);
      }
      throw new RestanteError('route.not-found', { method: request.method, path: context.req.path });
    }
    const response = await page(request);
    response.headers.set('Content-Security-Policy', pagePolicy(options.mailView.source(request)));
    return response;
  });

  return {
    async fetch(request, environment) {
      const response = await app.fetch(request, environment);
      setCommonHeaders(response);
      return response;
    },
    async close() {
      streams.close();
      waiting.close();
      try {
        await within(tasks.close(), tasksGraceMs, 'Ending what was under way');
      } catch (error) {
        report(error);
      }
    },
  };
}

import { z } from 'zod';
import { activityDetailSchema, activityEntrySchema } from '#shared/activity.ts';
import { agentSchema, sendMailTokenSchema, shortPasswordSchema } from '#shared/agent.ts';
import type { Endpoint } from '#shared/control-api/endpoint.ts';
import { errorBodySchema } from '#shared/error-body.ts';
import { appEventSchema } from '#shared/events.ts';
import { messageDetailSchema, messageSummarySchema } from '#shared/message.ts';
import { noticeSchema } from '#shared/notice.ts';
import { sessionSchema } from '#shared/session.ts';
import { verdictSchema } from '#shared/verdict.ts';
import { nothingArrivedSchema } from '#shared/waiting.ts';
import {
  webhookDeliveryDetailSchema,
  webhookDeliverySchema,
  webhookKeySchema,
  webhookSchema,
} from '#shared/webhook.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What answers are made of; each is described once and referred to by its name. */
const namedSchemas = {
  ActivityDetail: activityDetailSchema,
  ActivityEntry: activityEntrySchema,
  Agent: agentSchema,
  Error: errorBodySchema,
  Event: appEventSchema,
  MessageDetail: messageDetailSchema,
  MessageSummary: messageSummarySchema,
  NothingArrived: nothingArrivedSchema,
  Notice: noticeSchema,
  SendMailToken: sendMailTokenSchema,
  Session: sessionSchema,
  ShortPassword: shortPasswordSchema,
  Verdict: verdictSchema,
  Webhook: webhookSchema,
  WebhookDelivery: webhookDeliverySchema,
  WebhookDeliveryDetail: webhookDeliveryDetailSchema,
  WebhookKey: webhookKeySchema,
} as const satisfies Record<string, z.ZodType>;

/** The reference to a component of the document. */
export function componentRef(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** The name of an answer: that of the thing itself where the answer is one. */
export function answerName(operationId: string, answer: z.ZodType): string {
  const named = Object.entries(namedSchemas).find(([, schema]) => schema === answer);
  return named?.[0] ?? `${capitalised(operationId)}Answer`;
}

export function requestName(operationId: string): string {
  return `${capitalised(operationId)}Request`;
}

/** All schemas that the endpoints' bodies and answers refer to. */
export function componentSchemas(endpoints: Readonly<Record<string, Endpoint>>): Record<string, JsonSchema> {
  const answers: Record<string, z.ZodType> = { ...namedSchemas };
  const requests: Record<string, z.ZodType> = {};
  for (const [operationId, endpoint] of Object.entries(endpoints)) {
    if (endpoint.response !== undefined) {
      answers[answerName(operationId, endpoint.response)] = endpoint.response;
    }
    if (endpoint.body !== undefined) {
      requests[requestName(operationId)] = endpoint.body;
    }
  }
  return { ...describe(answers, 'output'), ...describe(requests, 'input') };
}

/** One schema by itself, as it is said by a client: for parameters. */
export function inlineSchema(schema: z.ZodType): JsonSchema {
  return withoutMarks(z.toJSONSchema(schema, { io: 'input' }));
}

function describe(
  schemas: Readonly<Record<string, z.ZodType>>,
  io: 'input' | 'output',
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  const namesOf = new Map<z.ZodType, string>();
  const twins: [name: string, original: string][] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const original = namesOf.get(schema);
    if (original === undefined) {
      namesOf.set(schema, name);
      registry.add(schema, { id: name });
    } else {
      // Two endpoints may share a schema, which can have one name only.
      twins.push([name, original]);
    }
  }
  const described = z.toJSONSchema(registry, { io, uri: (name) => componentRef(name).$ref });
  const components = Object.entries(described.schemas).map(([name, schema]) => [name, withoutMarks(schema)]);
  return {
    ...(Object.fromEntries(components) as Record<string, JsonSchema>),
    ...Object.fromEntries(twins.map(([name, original]) => [name, componentRef(original)])),
  };
}

/** Within a document a schema needs neither its dialect nor its own address. */
function withoutMarks(schema: JsonSchema): JsonSchema {
  const { $schema: _dialect, $id: _address, ...description } = schema;
  return description;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

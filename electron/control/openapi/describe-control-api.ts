import { controlApi } from '#shared/control-api/contract.ts';
import type { Endpoint } from '#shared/control-api/endpoint.ts';
import {
  answerName,
  componentRef,
  componentSchemas,
  inlineSchema,
  requestName,
} from './component-schemas.ts';
import type { JsonSchema } from './component-schemas.ts';

interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: JsonSchema;
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** The control API as an OpenAPI 3.1 document, made from the contract. */
export function describeControlApi(version: string): OpenApiDocument & Record<string, unknown> {
  const endpoints: Readonly<Record<string, Endpoint>> = controlApi;
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [operationId, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: describeOperation(operationId, endpoint),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Restante control API',
      version,
      description:
        'What the page does, and what tests and scripts can do as well. It answers on loopback only.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: { schemas: componentSchemas(endpoints) },
  };
}

function describeOperation(operationId: string, endpoint: Endpoint): JsonSchema {
  const parameters = [
    ...describeParameters('path', endpoint.params),
    ...describeParameters('query', endpoint.query),
  ];
  return {
    operationId,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2]],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(endpoint.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: componentRef(requestName(operationId)) } },
          },
        }),
    responses: {
      [endpoint.status]: describeAnswer(operationId, endpoint),
      ...(endpoint.late === undefined
        ? {}
        : {
            408: {
              description: 'It did not come in time.',
              content: {
                'application/json': { schema: componentRef(answerName(operationId, endpoint.late)) },
              },
            },
          }),
      default: {
        description: 'It could not be done; the code says why.',
        content: { 'application/json': { schema: componentRef('Error') } },
      },
    },
  };
}

function describeParameters(place: 'path' | 'query', schema: Endpoint['params']): JsonSchema[] {
  return Object.entries(schema?.shape ?? {}).map(([name, parameter]) => {
    const described = inlineSchema(parameter as NonNullable<Endpoint['body']>);
    const optional = (parameter as NonNullable<Endpoint['body']>).safeParse(undefined).success;
    return { name, in: place, required: place === 'path' || !optional, schema: described };
  });
}

function describeAnswer(operationId: string, endpoint: Endpoint): JsonSchema {
  if (endpoint.response !== undefined) {
    const schema = componentRef(answerName(operationId, endpoint.response));
    return { description: endpoint.summary, content: { 'application/json': { schema } } };
  }
  if (endpoint.responseType === undefined) {
    return { description: 'Done; there is nothing to say.' };
  }
  if (endpoint.responseType === 'text/event-stream') {
    const description = 'The name of each event is its `type`, its data the JSON of the `Event` schema.';
    return { description, content: { 'text/event-stream': { schema: { type: 'string' } } } };
  }
  return { description: endpoint.summary, content: { [endpoint.responseType]: {} } };
}

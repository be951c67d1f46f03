import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { controlApi } from '#shared/control-api/contract.ts';
import type { Endpoint } from '#shared/control-api/endpoint.ts';
import { describeControlApi } from '../../../electron/control/openapi/describe-control-api.ts';

/** As a client reads it. */
const document = JSON.parse(JSON.stringify(describeControlApi('1.2.3')));

test('the description is a valid OpenAPI 3.1 document whose references all lead somewhere', async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result).toEqual({ valid: true });
  for (const [, name = ''] of JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)) {
    expect(name).toMatch(/^#\/components\/schemas\/\w+$/);
    expect(document.components.schemas).toHaveProperty(name.split('/').at(-1) ?? '');
  }
});

test('every endpoint is described once, with its parameters, body, answer and errors', () => {
  let described = 0;
  for (const [operationId, endpoint] of Object.entries<Endpoint>(controlApi)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    const operation = document.paths[path][endpoint.method.toLowerCase()];
    expect(operation.operationId).toBe(operationId);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) =>
      expect.objectContaining({ name, in: 'path' }),
    );
    expect(operation.parameters ?? []).toEqual(expect.arrayContaining(inPath));
    expect(Object.keys(operation.responses)).toEqual([
      String(endpoint.status),
      ...(endpoint.late === undefined ? [] : ['408']),
      'default',
    ]);
    expect(operation.responses.default.content['application/json'].schema.$ref).toMatch(/Error$/);
    expect('requestBody' in operation).toBe(endpoint.body !== undefined);
    described += 1;
  }
  const operations = Object.values<object>(document.paths).flatMap((methods) => Object.keys(methods));
  expect(operations).toHaveLength(described);
});

test('clients learn defaults, limits and which parameters they may leave out', () => {
  const limit = { type: 'integer', minimum: 1, maximum: 500, default: 50 };
  expect(document.paths['/api/messages'].get.parameters).toContainEqual({
    name: 'limit',
    in: 'query',
    required: false,
    schema: limit,
  });
  const { schemas } = document.components;
  expect(schemas.CreateAgentRequest.required).toEqual(['name']);
  expect(schemas.PatchAgentRequest.required).toBeUndefined();
  const { content } = document.paths['/api/messages/{id}'].get.responses['200'];
  expect(content['application/json'].schema.$ref).toBe('#/components/schemas/MessageDetail');
});

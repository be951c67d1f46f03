import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { controlApi } from '#shared/control-api/contract.ts';
import { describeControlApi } from '../../../electron/control/openapi/describe-control-api.ts';

const document = describeControlApi('1.2.3');

test('the description is a valid OpenAPI 3.1 document whose references all lead somewhere', async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result).toEqual({ valid: true });
  for (const [, name = ''] of JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)) {
    expect(name).toMatch(/^#\/components\/schemas\/\w+$/);
    expect(document.components.schemas).toHaveProperty(name.split('/').at(-1) ?? '');
  }
});

test('every endpoint is described once, with its parameters, body, answer and errors', () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as any })),
  );
  expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
    Object.keys(controlApi).sort(),
  );
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = (operation.parameters ?? []).filter((parameter: any) => parameter.in === 'path');
    expect(described.map((parameter: any) => parameter.name)).toEqual(inPath);
    expect(operation.responses.default.content['application/json'].schema.$ref).toMatch(/Error$/);
  }
});

test('clients learn defaults, limits and which parameters they may leave out', () => {
  const list = document.paths['/api/messages']?.get as any;
  const limit = list.parameters.find((parameter: any) => parameter.name === 'limit');
  expect(limit).toMatchObject({ required: false, schema: { type: 'integer', minimum: 1, maximum: 500 } });
  const schemas = document.components.schemas as any;
  expect(schemas.CreateAgentRequest.required).toEqual(['name']);
  expect(schemas.PatchAgentRequest.required).toBeUndefined();
  expect(schemas.GetMessageAnswer.properties.message.$ref).toBe('#/components/schemas/MessageDetail');
});

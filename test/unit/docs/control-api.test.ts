import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { controlApi } from '#shared/control-api/contract.ts';
import { appEventSchema } from '#shared/events.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/control-api.md'), 'utf8');

/** What the first cell of a row names: `GET, POST /api/x` and, after it, `DELETE …/:id`. */
function callsIn(cell: string): string[] {
  let base = '';
  return [...cell.matchAll(/`([A-Z, ]+) ([^\s`]+)`/g)].flatMap(([, methods = '', place = '']) => {
    const path = place.replace(/\?.*$/, '').replace(/^…/, base);
    if (!place.startsWith('…')) {
      base = path;
    }
    return methods.split(', ').map((method) => `${method} ${path}`);
  });
}

const named = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => callsIn(line.split(' | ')[0] ?? ''))
  .filter((call) => call.includes('/api/'));

test('the page of the control API names every call there is, once', () => {
  const there = Object.values(controlApi).map(({ method, path }) => `${method} ${path}`);
  expect(named.toSorted()).toEqual(there.toSorted());
});

test('the page of the control API names every event', () => {
  const missing = appEventSchema.options
    .map(({ shape }) => shape.type.value)
    .filter((type) => !page.includes(`\`${type}\``));
  expect(missing).toEqual([]);
});

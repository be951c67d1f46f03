import { expect, test } from 'vitest';
import { migrate, type Migration } from '../../../electron/files/migrate.ts';

const steps: readonly Migration[] = [
  (content) => ({ ...content, first: true }),
  (content) => ({ ...content, second: content['first'] === true }),
];

test('a file of the first version goes through every step in order', () => {
  const result = migrate({ version: 1, agents: [] }, steps);
  expect(result).toEqual({
    kind: 'readable',
    content: { version: 3, agents: [], first: true, second: true },
  });
});

test('a file of a later version goes through the steps that it lacks', () => {
  expect(migrate({ version: 2, first: true }, steps)).toEqual({
    kind: 'readable',
    content: { version: 3, first: true, second: true },
  });
  expect(migrate({ version: 3 }, steps)).toEqual({ kind: 'readable', content: { version: 3 } });
});

test('a file of a newer program is told apart', () => {
  expect(migrate({ version: 4 }, steps)).toEqual({ kind: 'newer', version: 4 });
});

test.each([null, [], 'text', {}, { version: 0 }, { version: 1.5 }, { version: '1' }])(
  'content without a version is unknown: %j',
  (content) => {
    expect(migrate(content, steps)).toEqual({ kind: 'unknown' });
  },
);

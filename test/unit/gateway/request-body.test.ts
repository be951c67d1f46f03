import { expect, test } from 'vitest';
import { agentKeyOf, senderOf } from '../../../electron/gateway/request-body.ts';

test.each([
  [{ from: { address: 'a@shop.test', name: 'Shop' } }, 'a@shop.test'],
  [{ from: { email: 'a@shop.test' }, personalizations: [] }, 'a@shop.test'],
  [{ from: 'Shop <a@shop.test>' }, 'a@shop.test'],
  [{ From: 'a@shop.test' }, 'a@shop.test'],
  [{ message: { from_email: 'a@shop.test' } }, 'a@shop.test'],
  [{ from: { address: 7 } }, ''],
  [{}, ''],
  [[], ''],
  [null, ''],
  [undefined, ''],
])('the sender of %j is “%s”', (body, address) => {
  expect(senderOf(body)).toBe(address);
});

test('the older API’s bodies name their agent', () => {
  expect(agentKeyOf({ mailagent_key: '0123456789abcdef' })).toBe('0123456789abcdef');
  expect(agentKeyOf({ mailagent_key: 5 })).toBeUndefined();
});

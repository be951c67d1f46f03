import { expect, test } from 'vitest';
import { packBytes, unpackBytes } from '../../../electron/store/packed-bytes.ts';

test('bytes of every kind arrive as they were, in their order', () => {
  const large = Uint8Array.from({ length: 1024 * 1024 }, (_, index) => index % 251);
  const sent = () => [Buffer.from('small'), null, large.slice(), new Uint8Array(0), Buffer.from('last')];
  const { packed, transfer } = packBytes(sent());
  const received = unpackBytes(structuredClone(packed, { transfer }));
  const texts = (all: readonly (Uint8Array | null)[]) =>
    all.map((bytes) => bytes && Buffer.from(bytes).toString('latin1'));
  expect(texts(received)).toEqual(texts(sent()));
});

test('large bytes are handed over, not copied; those that share their memory are copied', () => {
  const own = new Uint8Array(1024 * 1024);
  const view = new Uint8Array(new ArrayBuffer(1024 * 1024 + 1), 1);
  const { packed, transfer } = packBytes([own, view]);
  structuredClone(packed, { transfer });
  expect([own.length, view.length]).toEqual([0, 1024 * 1024]);
});

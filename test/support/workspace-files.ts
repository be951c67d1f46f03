import { expect } from 'vitest';
import { zipOf, type ZipSource } from '../../electron/exchange/write-zip.ts';
import type { ServedOffice } from './served-office.ts';

/** All of an office as a workspace file. */
export async function workspaceOf(office: ServedOffice, query = ''): Promise<Buffer> {
  const response = await office.fetch(`/api/workspace${query}`);
  expect(response.headers.get('content-disposition')).toMatch(/workspace-.*\.restante/);
  return Buffer.from(await response.arrayBuffer());
}

/** Opens a workspace file, and answers with what the server does. */
// oxlint-disable-next-line typescript/no-explicit-any -- the server has checked the answer's shape
export async function opened(office: ServedOffice, file: Uint8Array, query = ''): Promise<any> {
  const response = await office.fetch(`/api/workspace?name=demo.restante${query}`, {
    method: 'POST',
    body: Buffer.from(file),
  });
  return response.json();
}

export async function archiveOf(files: readonly ZipSource[]): Promise<Buffer> {
  async function* sources(): AsyncGenerator<ZipSource> {
    yield* files;
  }
  return Buffer.from(await new Response(zipOf(sources())).arrayBuffer());
}

export function json(path: string, value: unknown): ZipSource {
  return { path, bytes: Buffer.from(JSON.stringify(value)) };
}

export const manifest = {
  format: 'restante-workspace',
  version: 1,
  madeBy: '1.0.0',
  madeAt: '2026-11-05T20:21:48Z',
  withCredentials: true,
  messages: 0,
};
export const channels = { smtp: { port: 0 }, smtps: { port: 0 }, api: { port: 0 }, apis: { port: 0 } };
export const emptyOffice = { agents: [], suppressions: [], gateway: { enabled: true, channels } };

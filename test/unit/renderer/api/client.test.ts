import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, call, urlOf } from '../../../../renderer/src/api/client.ts';

describe('the address of an endpoint', () => {
  it('has its parameters encoded and leaves out what is not said', () => {
    expect(urlOf('getMessageRaw', { params: { id: 'a/b' } })).toBe('/api/messages/a%2Fb/raw');
    expect(urlOf('listMessages', { query: { q: 'order & more', agent: undefined } })).toBe(
      '/api/messages?q=order+%26+more',
    );
  });
});

describe('a call', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(async () => {
    vi.unstubAllGlobals();
    await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
  });

  /** Serves one answer; the page's relative addresses are led to it. */
  async function answering(status: number, body: string): Promise<{ requests: string[] }> {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8');
      let text = '';
      request.on('data', (part: string) => (text += part));
      request.on('end', () => {
        requests.push(`${request.method} ${request.url} ${text}`);
        response.writeHead(status, { connection: 'close' }).end(body);
      });
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
      fetch(`http://127.0.0.1:${port}${path}`, init),
    );
    return { requests };
  }

  it('sends its body as JSON and answers with the parsed answer', async () => {
    const { requests } = await answering(200, '{"changed":2}');
    await expect(call('patchMessages', { body: { ids: ['a', 'b'], read: true } })).resolves.toEqual({
      changed: 2,
    });
    expect(requests).toEqual(['PATCH /api/messages {"ids":["a","b"],"read":true}']);
  });

  it('answers with nothing where there is no content', async () => {
    await answering(204, '');
    await expect(call('deleteAgent', { params: { id: 'a' } })).resolves.toBeUndefined();
  });

  it('fails with the code, text and field of the error', async () => {
    await answering(409, '{"error":{"code":"agent.name-taken","message":"Taken.","field":"name"}}');
    await expect(call('createAgent', { body: { name: 'x' } })).rejects.toMatchObject({
      status: 409,
      code: 'agent.name-taken',
      message: 'Taken.',
      field: 'name',
    });
  });

  it('fails in words when the answer is no error of ours', async () => {
    await answering(502, '<h1>Bad gateway</h1>');
    await expect(call('listAgents')).rejects.toThrow(new ApiError(502, 'http', 'Restante answered 502.'));
  });

  it('fails in words when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call('listAgents')).rejects.toMatchObject({ status: 0, code: 'network' });
  });
});

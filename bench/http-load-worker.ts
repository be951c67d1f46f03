// Posts mail to a ZeptoMail API from a process of its own, ten kept connections, one request at a time on each.
import { Agent, request } from 'node:http';

export interface HttpLoad {
  readonly port: number;
  readonly token: string;
  readonly connections: number;
  readonly requests: number;
  /** The JSON of every request. */
  readonly body: string;
}

async function run(load: HttpLoad): Promise<{ seconds: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  let left = load.requests;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: load.connections }, async () => {
      while (left > 0) {
        left -= 1;
        await post(agent, load);
      }
    }),
  );
  agent.destroy();
  return { seconds: (performance.now() - started) / 1000 };
}

function post(agent: Agent, { port, token, body }: HttpLoad): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Zoho-enczapikey ${token}`,
    };
    const sent = request({ agent, host: '127.0.0.1', port, method: 'POST', path: '/v1.1/email', headers });
    sent.on('error', reject);
    sent.on('response', (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 201
          ? resolve()
          : reject(new Error(`The server answered ${response.statusCode}`)),
      );
    });
    sent.end(body);
  });
}

process.once('message', (load: HttpLoad) => {
  run(load).then(
    (result) => process.send?.({ result }, () => process.exit(0)),
    (error: unknown) => process.send?.({ error: String(error) }, () => process.exit(1)),
  );
});

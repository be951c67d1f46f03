// Posts mail to a ZeptoMail API from a process of its own: kept connections, one request at a time on each. It writes the
// same bytes again and again and reads of an answer what it must, so that the server is what is measured: an HTTP client
// costs as much as a bare server, and shares the machine with it.
import { connect } from 'node:net';

export interface HttpLoad {
  readonly port: number;
  readonly token: string;
  readonly connections: number;
  readonly requests: number;
  /** The JSON of every request. */
  readonly body: string;
}

async function run(load: HttpLoad): Promise<{ seconds: number }> {
  const request = requestBytes(load);
  let left = load.requests;
  const takeOne = (): boolean => (left -= 1) >= 0;
  const started = performance.now();
  await Promise.all(Array.from({ length: load.connections }, () => postInTurn(load.port, request, takeOne)));
  return { seconds: (performance.now() - started) / 1000 };
}

function requestBytes({ token, body }: HttpLoad): Buffer {
  const head = [
    'POST /v1.1/email HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Authorization: Zoho-enczapikey ${token}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Posts on one connection, each time when the last answer is whole, as long as `takeOne` allows. */
function postInTurn(port: number, request: Buffer, takeOne: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    let received = '';
    function next(): void {
      if (takeOne()) {
        socket.write(request);
      } else {
        socket.end(resolve);
      }
    }
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed the connection')));
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) {
        return;
      }
      if (!received.startsWith('HTTP/1.1 201 ')) {
        reject(new Error(`The server answered ${received}`));
        return;
      }
      received = '';
      next();
    });
  });
}

function isWhole(answer: string): boolean {
  const body = answer.indexOf('\r\n\r\n') + 4;
  const length = /\r\ncontent-length: *(\d+)\r\n/i.exec(answer)?.[1];
  if (body >= 4 && length === undefined) {
    throw new Error(`The server did not tell the length of its answer: ${answer}`);
  }
  return body >= 4 && answer.length >= body + Number(length);
}

process.once('message', (load: HttpLoad) => {
  run(load).then(
    (result) => process.send?.({ result }, () => process.exit(0)),
    (error: unknown) => process.send?.({ error: String(error) }, () => process.exit(1)),
  );
});

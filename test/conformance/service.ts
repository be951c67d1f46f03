import { z } from 'zod';
import { openOwn } from './own-service.ts';
import { theirs } from './their-service.ts';

/** Who is asked: a strict agent of our own, or an agent of the real service. */
export interface Service {
  readonly url: string;
  /** The server of the OAuth endpoints. */
  readonly accountsUrl: string;
  readonly isOwn: boolean;
  /** Rows that create, change and delete what the account keeps are asked as well. */
  readonly mayChange: boolean;
  /** What `{from}`, `{to}`, `{token}` and the like stand for; rows give more of them to the rows after them. */
  readonly words: Map<string, string>;
  close(): Promise<void>;
}

/** The real service when the environment names one, else a post office of our own with one strict agent. */
export async function openService(environment: NodeJS.ProcessEnv = process.env): Promise<Service> {
  const url = environment['RESTANTE_CONFORMANCE_URL'];
  // Continuous integration has no account, and must not send real mail should somebody lend it one.
  const isOwn = url === undefined || url === '' || environment['CI'] !== undefined;
  const service = isOwn ? await openOwn() : theirs(url, environment);
  await cacheFile(service);
  return service;
}

/** Puts a file into the agent's cache, for the rows that send it. */
async function cacheFile({ url, words }: Service): Promise<void> {
  const response = await fetch(`${url}/v1.1/files?name=terms.txt`, {
    method: 'POST',
    headers: { Authorization: `Zoho-enczapikey ${words.get('token')}` },
    body: 'hello',
  });
  const answer = z
    .object({ file_cache_key: z.string() })
    .safeParse(await response.json().catch(() => undefined));
  if (answer.success) {
    words.set('file', answer.data.file_cache_key);
  }
}

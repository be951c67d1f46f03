import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { assertNonNullable } from '#shared/assert.ts';
import { openPostOffice } from '../../electron/post-office/open-post-office.ts';

/** Who is asked: a strict agent of our own, or an agent of the real service. */
export interface Service {
  readonly url: string;
  /** What `{from}`, `{to}`, `{token}` and the like stand for. */
  readonly words: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The real service when the environment names one, else a post office of our own with one strict agent. */
export async function openService(environment: NodeJS.ProcessEnv = process.env): Promise<Service> {
  const url = environment['RESTANTE_CONFORMANCE_URL'];
  // Continuous integration has no account, and must not send real mail should somebody lend it one.
  const isOwn = url === undefined || url === '' || environment['CI'] !== undefined;
  const service = isOwn ? await openOwn() : theirs(url, environment);
  return { ...service, words: { ...service.words, ...(await cachedFile(service)) } };
}

/** Puts a file into the agent's cache, for the rows that send it. */
async function cachedFile({ url, words }: Service): Promise<{ readonly file?: string }> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/v1.1/files?name=terms.txt`, {
    method: 'POST',
    headers: { Authorization: `Zoho-enczapikey ${words['token']}` },
    body: 'hello',
  });
  const answer = z
    .object({ file_cache_key: z.string() })
    .safeParse(await response.json().catch(() => undefined));
  return answer.success ? { file: answer.data.file_cache_key } : {};
}

function theirs(url: string, environment: NodeJS.ProcessEnv): Service {
  function given(name: string): string {
    const value = environment[`RESTANTE_CONFORMANCE_${name}`];
    assertNonNullable(value, `RESTANTE_CONFORMANCE_${name} must be set beside RESTANTE_CONFORMANCE_URL`);
    return value;
  }
  // Copied from the console, a token brings its prefix along.
  const template = environment['RESTANTE_CONFORMANCE_TEMPLATE'];
  const token = given('TOKEN').replace(/^zoho-enczapikey\s+/i, '');
  return {
    url,
    words: {
      token,
      from: given('FROM'),
      to: given('TO'),
      ...(template === undefined ? {} : { template }),
    },
    close: () => Promise.resolve(),
  };
}

async function openOwn(): Promise<Service> {
  const folder = await mkdtemp(join(tmpdir(), 'restante-conformance-'));
  const postOffice = await openPostOffice({ folder, agentPorts: 'any' });
  const agent = await postOffice.agents.create({
    name: 'Conformance',
    mode: 'strict',
    domains: ['zylker.com'],
  });
  const token = agent.tokens[0]?.token;
  assertNonNullable(token, 'an agent that is made without tokens gets one');
  const template = postOffice.ledger.templates.create(
    agent,
    {
      name: 'Invoice',
      alias: 'invoice',
      subject: 'For {{company}}',
      html: '<b>{{contact}}</b>',
      text: null,
      sampleMergeInfo: {},
    },
    new Date(),
  );
  return {
    url: `http://127.0.0.1:${agent.channels.api.port}`,
    words: { token, from: 'paula@zylker.com', to: 'sara@zylker.com', template: template.key },
    async close() {
      await postOffice.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

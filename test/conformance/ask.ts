import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { inWordsOf } from './placeholders.ts';
import type { Row, RowRequest } from './row.ts';
import type { Service } from './service.ts';
import { spoken } from './words.ts';

/** An answer; its body is JSON where it can be read as such. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What was answered to a row, and what is compared of it. */
interface Reply {
  readonly answer: Answer;
  readonly actual: object;
  readonly expected: object;
}

/** For what takes a while to be there, in ms. */
const patience = { whole: 30_000, between: 100 } as const;

/** Puts a row to the service; one that is right eventually is asked again until it is, or for half a minute. */
export async function put(row: Row, service: Service): Promise<Reply> {
  const last = performance.now() + (row.eventually === true ? patience.whole : 0);
  for (;;) {
    const answer = await ask(service, row.request);
    const reply = { answer, ...compared(row, answer, service) };
    if (performance.now() >= last || isDeepStrictEqual(reply.actual, reply.expected)) {
      return reply;
    }
    await pause(patience.between);
  }
}

/** Over HTTP; a redirect is an answer like any other. */
async function ask(service: Service, request: RowRequest): Promise<Answer> {
  const { words } = service;
  const headers = Object.entries({
    Authorization: 'Zoho-enczapikey {token}',
    // A form brings its own type along.
    ...(isForm(request.body) ? {} : { 'Content-Type': 'application/json' }),
    ...request.headers,
  })
    .map(([name, value]): [string, string] => [name, spoken(value, words)])
    .filter(([, value]) => value !== '');
  const base = request.path.startsWith('/oauth/') ? service.accountsUrl : service.url;
  const response = await fetch(`${base}${spoken(request.path, words)}`, {
    method: request.method ?? 'POST',
    headers,
    redirect: 'manual',
    ...(request.body === undefined ? {} : { body: bodyOf(request.body, words) }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: parsed(await response.text()),
  };
}

/** What a row expects of the answer, and the answer in the same words: JSON as text, so that the order of keys counts. */
function compared(row: Row, answer: Answer, service: Service): Omit<Reply, 'answer'> {
  const heard = (text: string): string => spoken(text, service.words);
  const body: unknown = row.answer === undefined ? undefined : JSON.parse(heard(JSON.stringify(row.answer)));
  const headers = Object.entries(row.answerHeaders ?? {}).map(
    ([name, value]) => [name, heard(value)] as const,
  );
  return {
    expected: {
      status: row.status,
      headers: Object.fromEntries(headers),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    actual: {
      status: answer.status,
      headers: Object.fromEntries(
        headers.map(([name, value]) => [name, inWordsOf(value, answer.headers[name])]),
      ),
      ...(body === undefined ? {} : { body: JSON.stringify(inWordsOf(body, answer.body)) }),
    },
  };
}

/** The words that an answer gives to later rows; nothing for one that it lacks. */
export function given(row: Row, answer: Answer): [name: string, value: string][] {
  return Object.entries(row.gives ?? {}).flatMap(([name, place]): [string, string][] => {
    const value = place.startsWith('header:') ? inHeader(place, answer) : inBody(place, answer);
    return typeof value === 'string' ? [[name, value]] : [];
  });
}

function inBody(place: string, { body }: Answer): unknown {
  return place
    .split('.')
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], body);
}

/** `header:location?code` is the parameter `code` of the address in that field. */
function inHeader(place: string, { headers }: Answer): string | null | undefined {
  const [, name = '', parameter = ''] = /^header:([\w-]+)\?(\w+)$/.exec(place) ?? [];
  const address = headers[name];
  return address === undefined ? undefined : new URL(address).searchParams.get(parameter);
}

function isForm(body: unknown): body is FormData | URLSearchParams {
  return body instanceof FormData || body instanceof URLSearchParams;
}

function bodyOf(body: unknown, words: ReadonlyMap<string, string>): string | FormData | URLSearchParams {
  if (body instanceof FormData) {
    const form = new FormData();
    for (const [name, value] of body) {
      form.append(name, typeof value === 'string' ? spoken(value, words) : value);
    }
    return form;
  }
  if (body instanceof URLSearchParams) {
    return new URLSearchParams(
      [...body].map(([name, value]): [string, string] => [name, spoken(value, words)]),
    );
  }
  return spoken(typeof body === 'string' ? body : JSON.stringify(body), words);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

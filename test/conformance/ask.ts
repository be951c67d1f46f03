import type { Row, RowRequest } from './row.ts';
import type { Service } from './service.ts';

/** An answer, ids in its body's text replaced by `<m1>` and the like. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Puts a row's request to the service over HTTP. */
export async function ask(service: Service, request: RowRequest): Promise<Answer> {
  const headers = Object.entries({
    Authorization: 'Zoho-enczapikey {token}',
    // A form brings its own type along.
    ...(isForm(request.body) ? {} : { 'Content-Type': 'application/json' }),
    ...request.headers,
  })
    .map(([name, value]): [string, string] => [name, spoken(value, service)])
    .filter(([, value]) => value !== '');
  const response = await fetch(`${service.url.replace(/\/+$/, '')}${spoken(request.path, service)}`, {
    method: request.method ?? 'POST',
    headers,
    ...(request.body === undefined ? {} : { body: bodyOf(request.body, service) }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: withoutIds(await response.text()),
  };
}

/** What a row expects of the answer: its status, and header fields and JSON text where these are known. */
export function expected(row: Row, service: Service): Partial<Answer> {
  return {
    status: row.status,
    ...(row.answerHeaders === undefined ? {} : { headers: row.answerHeaders }),
    ...(row.answer === undefined ? {} : { text: spoken(JSON.stringify(row.answer), service) }),
  };
}

function isForm(body: unknown): body is FormData | URLSearchParams {
  return body instanceof FormData || body instanceof URLSearchParams;
}

function bodyOf(body: unknown, service: Service): string | FormData | URLSearchParams {
  if (body instanceof FormData) {
    const form = new FormData();
    for (const [name, value] of body) {
      form.append(name, typeof value === 'string' ? spoken(value, service) : value);
    }
    return form;
  }
  if (body instanceof URLSearchParams) {
    return new URLSearchParams(
      [...body].map(([name, value]): [string, string] => [name, spoken(value, service)]),
    );
  }
  return spoken(typeof body === 'string' ? body : JSON.stringify(body), service);
}

/** Words in braces become the service's own; other braces, of JSON and of merge tags, stay. */
function spoken(text: string, { words }: Service): string {
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => words[name] ?? braces);
}

const id =
  /"[0-9a-f]+\.[0-9a-f]+\.([a-z]\d)\.[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\.[0-9a-f]+"/g;

/** Ids of production's grammar become `<m1>`; anything else stays, and fails the comparison. */
function withoutIds(text: string): string {
  return text.replace(id, '"<$1>"');
}

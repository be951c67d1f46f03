import type { ApiExchange } from '#shared/session.ts';
import { shellQuoted } from '../connect/quoting.ts';

/** The variable that stands for the token in a copied command. */
export const tokenVariable = 'RESTANTE_TOKEN';

/** What a request is sent to again. */
export interface ApiTarget {
  /** Without a final slash. */
  readonly origin: string;
  /** For HTTPS: the certificate of the authority that signed the agent's. */
  readonly caFile: string | null;
  /** The send mail token; null leaves the variable in its place. */
  readonly token: string | null;
}

/** Longer bodies come from a file. Bytes; a terminal takes about 4096 in a line. */
const longestInline = 3500;

/** Fields that belong to the connection or to the client, and those whose value was blanked. */
const notRepeated =
  /^(?:host|content-length|connection|keep-alive|transfer-encoding|accept-encoding|te|expect|user-agent|sec-.*|authorization|cookie|proxy-.*)$/i;

/** Whether the body is short enough, and kept whole, so that the command can carry it. */
export function isBodyInline({ body, bodyBytes }: ApiExchange['request']): boolean {
  return (
    bodyBytes <= longestInline && new TextEncoder().encode(body).length === bodyBytes && !body.includes('\0')
  );
}

/** Whether a part of the body other than base64 was cut away, so that it cannot be sent again. */
export function isBodyLost({ body }: ApiExchange['request']): boolean {
  return (
    /\n(?:<cut here: \d+ bytes more>|\[\d+ more characters are not kept\])$/.test(body) ||
    /\r\n\r\n<\d+ bytes>/.test(body)
  );
}

/** A curl command for a POSIX shell that sends the same request; `bodyFile` where the body is not in the command. */
export function curlCommand({ request }: ApiExchange, target: ApiTarget, bodyFile: string): string {
  const { method, path, headers, body, bodyBytes } = request;
  const words = [
    `curl --fail-with-body --globoff --path-as-is ${shellQuoted(`${target.origin}${path}`)}`,
    ...(target.caFile === null ? [] : [`--cacert ${shellQuoted(target.caFile)}`]),
    ...(method === 'POST' ? [] : [`--request ${shellQuoted(method)}`]),
    ...headers
      .filter(([name]) => !notRepeated.test(name))
      .map(([name, value]) => `-H ${shellQuoted(headerLine(name, value))}`),
    ...authorization(headers, target.token),
  ];
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (bodyBytes > 0) {
    // Without it curl would say that the body is a form.
    words.push(...(hasType ? [] : [`-H 'Content-Type:'`]));
    words.push(
      isBodyInline(request)
        ? `--data-raw ${shellQuoted(body)}`
        : `--data-binary ${shellQuoted(`@${bodyFile}`)}`,
    );
  }
  return `${words.join(' \\\n  ')}\n`;
}

/** curl leaves a field out whose value is empty, unless a semicolon ends it. */
function headerLine(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

function authorization(headers: ApiExchange['request']['headers'], token: string | null): readonly string[] {
  const blanked = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  if (blanked === undefined) {
    return [];
  }
  const scheme = /^[A-Za-z][\w-]*(?= )/.exec(blanked)?.[0];
  const before = `Authorization: ${scheme === undefined ? '' : `${scheme} `}`;
  return token === null ? [`-H "${before}$${tokenVariable}"`] : [`-H ${shellQuoted(before + token)}`];
}

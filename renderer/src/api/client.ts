import { controlApi } from '#shared/control-api/contract.ts';
import type { ControlApi, EndpointName } from '#shared/control-api/contract.ts';
import type { Endpoint, EndpointCall, EndpointResponse } from '#shared/control-api/endpoint.ts';
import { errorBodySchema } from '#shared/error-body.ts';

/** What the control API answered instead of a result; `message` is the human text of its code. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;

  constructor(status: number, code: string, message: string, field?: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

type Loose = { readonly params?: object; readonly query?: object; readonly body?: unknown };
type Arguments<R> = {} extends R ? [request?: R, options?: CallOptions] : [request: R, options?: CallOptions];

/**
 * Calls an endpoint of the control API by its name: `call('getMessage', { params: { id } })`.
 * @throws ApiError what the server answered, or status 0 with code `network` when it cannot be reached.
 */
export async function call<N extends EndpointName>(
  name: N,
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- the compiler needs it, the linter thinks not
  ...[request = {} as EndpointCall<ControlApi[N]>, options = {}]: Arguments<EndpointCall<ControlApi[N]>>
): Promise<EndpointResponse<ControlApi[N]>> {
  const endpoint: Endpoint = controlApi[name];
  const { body } = request as Loose;
  const response = await reach(urlOf(name, request), {
    method: endpoint.method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok) {
    throw await errorOf(response);
  }
  const answer: unknown = endpoint.response ? await response.json() : undefined;
  // The server is the other half of the same build and answers by the same table.
  return answer as EndpointResponse<ControlApi[N]>;
}

/** Calls an endpoint that takes a file as its body. @throws ApiError as `call` does. */
export async function callWithFile<N extends EndpointName>(
  name: N,
  request: EndpointCall<ControlApi[N]>,
  file: Blob,
): Promise<EndpointResponse<ControlApi[N]>> {
  const response = await reach(urlOf(name, request), { method: controlApi[name].method, body: file });
  if (!response.ok) {
    throw await errorOf(response);
  }
  return (await response.json()) as EndpointResponse<ControlApi[N]>;
}

/** Calls an endpoint that answers with a file. @throws ApiError as `call` does. */
export async function callForFile<N extends EndpointName>(
  name: N,
  request: EndpointCall<ControlApi[N]> & { readonly body: unknown },
): Promise<Blob> {
  const response = await reach(urlOf(name, request), {
    method: controlApi[name].method,
    body: JSON.stringify(request.body),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) {
    throw await errorOf(response);
  }
  return response.blob();
}

/** The address of an endpoint, for links and downloads. */
export function urlOf<N extends EndpointName>(name: N, request: EndpointCall<ControlApi[N]>): string {
  const { params = {}, query = {} } = request as Loose;
  const values = new Map(Object.entries(params));
  const path = controlApi[name].path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(values.get(key))),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) {
      search.set(key, String(value));
    }
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) {
      throw cause;
    }
    throw new ApiError(0, 'network', 'Restante does not answer. Is it still running?');
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  const body = errorBodySchema.safeParse(parseJson(text));
  return body.success
    ? new ApiError(response.status, body.data.error.code, body.data.error.message, body.data.error.field)
    : new ApiError(response.status, 'http', `Restante answered ${response.status}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

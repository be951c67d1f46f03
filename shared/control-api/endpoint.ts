import type { z } from 'zod';

/** One route of the control API: the server, the page's client and the OpenAPI document are all made from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` parameters, as Hono writes them. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 204;
  /** The JSON answer; left out where the answer is no JSON. */
  readonly response?: z.ZodType;
  /** The JSON of a 408, where what is waited for may not come. */
  readonly late?: z.ZodType;
  /** The media type of an answer that is no JSON. */
  readonly responseType?: string;
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Input<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What the server's function for an endpoint is given, already checked. */
export interface EndpointRequest<E extends Endpoint> {
  readonly params: Output<E['params']>;
  readonly query: Output<E['query']>;
  readonly body: Output<E['body']>;
}

/** What a client says. */
export type EndpointCall<E extends Endpoint> = Omit<
  { params: Input<E['params']>; query: Input<E['query']>; body: Input<E['body']> },
  | (E extends { params: z.ZodType } ? never : 'params')
  | (E extends { query: z.ZodType } ? never : 'query')
  | (E extends { body: z.ZodType } ? never : 'body')
>;

export type EndpointResponse<E extends Endpoint> = E extends { response: z.ZodType }
  ? z.output<E['response']>
  : undefined;

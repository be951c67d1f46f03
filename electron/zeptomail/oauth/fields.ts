import type { ApiRequest } from '../exchange.ts';
import { queryOf } from '../management/manage.ts';

/** The form's fields, wherever they stand: Zoho takes them from the query as well. */
export function fieldsOf(request: Pick<ApiRequest, 'target' | 'body'>): URLSearchParams {
  const fields = queryOf(request);
  for (const [name, value] of new URLSearchParams(request.body.toString())) {
    fields.set(name, value);
  }
  return fields;
}

/** Zoho separates scopes by commas, RFC 6749 by blanks. */
export function scopesOf(text: string | null): string[] {
  return (text ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
}

/** The address of this door, as who asks knows it; the accounts server and the API are one here. */
export function addressOf({ tls, host }: Pick<ApiRequest, 'tls' | 'host'>): string {
  return `${tls ? 'https' : 'http'}://${host ?? 'localhost'}`;
}

import type { ApiExchange } from '#shared/session.ts';
import { byteWords } from './byte-words.ts';
import { Facts } from './Facts.tsx';
import { HttpBody } from './HttpBody.tsx';
import { HttpHeaders } from './HttpHeaders.tsx';
import classes from './SessionView.module.css';

/** The request as it came and the answer as it went. */
export function ApiExchangeView({ exchange }: { readonly exchange: ApiExchange }) {
  const { peer, tls, request, response } = exchange;
  return (
    <>
      <Facts
        facts={[
          ['Client', peer],
          ['Encryption', tls ? 'TLS' : 'none'],
          ['Request', byteWords(request.bodyBytes)],
          ['Answer', String(response.status)],
        ]}
      />
      <section aria-label="Request">
        <h2 className={classes['title']}>
          Request <code className={classes['requestLine']}>{`${request.method} ${request.path}`}</code>
        </h2>
        <HttpHeaders headers={request.headers} />
        <HttpBody body={request.body} what="the request’s body" />
      </section>
      <section aria-label="Answer">
        <h2 className={classes['title']}>
          Answer{' '}
          <code className={classes['status']} data-refused={response.status >= 400 || undefined}>
            {response.status}
          </code>
        </h2>
        <HttpHeaders headers={response.headers} />
        <HttpBody body={response.body} what="the answer’s body" />
      </section>
    </>
  );
}

import classes from './SessionView.module.css';

interface HttpHeadersProps {
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Header fields of a request or an answer, one below the other. */
export function HttpHeaders({ headers }: HttpHeadersProps) {
  return (
    <dl className={classes['headers']}>
      {headers.map(([name, value], index) => (
        <div key={index} className={classes['header']}>
          <dt className={classes['headerName']}>{name}</dt>
          <dd className={classes['headerValue']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

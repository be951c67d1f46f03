import { useMemo } from 'react';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { CodeRows } from './CodeRows.tsx';
import colours from './Colours.module.css';
import classes from './HttpBody.module.css';
import { jsonPieces, prettyJson } from './pretty-json.ts';

/** Longer bodies are laid out row by row, without colours. Characters. */
const wholeAtOnce = 60_000;

interface HttpBodyProps {
  readonly body: string;
  /** What it is, as in “Copy the request's body”. */
  readonly what: string;
}

/** A body of a request or an answer: JSON indented and coloured, anything else as it came. */
export function HttpBody({ body, what }: HttpBodyProps) {
  const pretty = useMemo(() => prettyJson(body), [body]);
  if (body === '') {
    return <p className={classes['none']}>No body</p>;
  }
  const text = pretty ?? body;
  return (
    <div className={classes['body']}>
      <span className={classes['copy']}>
        <CopyIconButton value={body} what={what} />
      </span>
      {text.length > wholeAtOnce ? (
        <div className={classes['long']}>
          <CodeRows text={text} label={what} numbered={false} />
        </div>
      ) : (
        <pre className={classes['text']}>
          {pretty === null
            ? text
            : jsonPieces(text).map((piece, index) => (
                <span key={index} className={colours[piece.kind]}>
                  {piece.text}
                </span>
              ))}
        </pre>
      )}
    </div>
  );
}

import { useMemo } from 'react';
import type { StructurePart } from '#shared/structure.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { ViewBar } from '../message/ViewBar.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import { separatedValues } from './separated-values.ts';
import classes from './TableOfPart.module.css';
import { usePartText } from './use-part-text.ts';

/** So much is shown as a table; the whole is there as text. */
const mostBytes = 512 * 1024;
const mostRows = 500;
const mostColumns = 60;

/** Comma-separated values as a table. */
export function TableOfPart({
  messageId,
  part,
}: {
  readonly messageId: string;
  readonly part: StructurePart;
}) {
  const { data, error } = usePartText(messageId, part.path, 'text', mostBytes);
  const rows = useMemo(() => separatedValues(data?.text ?? '', mostRows + 1), [data]);
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  const [head = [], ...body] = rows.slice(0, mostRows).map((row) => row.slice(0, mostColumns));
  const isCut = data?.cut || rows.length > mostRows;
  return (
    <>
      <ViewBar>
        {isCut ? `The first ${body.length.toLocaleString()} rows` : `${body.length.toLocaleString()} rows`}
      </ViewBar>
      <ScrollRegion className={classes['frame']} label="Table">
        <table className={classes['table']}>
          <thead>
            <tr>
              {head.map((value, index) => (
                <th key={index} scope="col" dir="auto">
                  {value}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map((row, index) => (
              <tr key={index}>
                {row.map((value, column) => (
                  <td key={column} dir="auto">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

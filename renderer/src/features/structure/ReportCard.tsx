import type { StructurePart } from '#shared/structure.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Facts } from '../message/Facts.tsx';
import { ViewProblem } from '../message/ViewProblem.tsx';
import classes from './Card.module.css';
import { reportGroups, reportSentence } from './report-fields.ts';
import { usePartText } from './use-part-text.ts';

const mostBytes = 256 * 1024;

/** A report by a mail system: what happened in a sentence, and its fields. */
export function ReportCard({
  messageId,
  part,
}: {
  readonly messageId: string;
  readonly part: StructurePart;
}) {
  const { data, error } = usePartText(messageId, part.path, 'text', mostBytes);
  if (error) {
    return <ViewProblem>{error.message}</ViewProblem>;
  }
  const groups = reportGroups(data?.text ?? '');
  return (
    <ScrollRegion className={classes['cards']} label="Report">
      {groups.map((group, index) => (
        <article key={index} className={classes['card']}>
          <h3 className={classes['title']}>{reportSentence(group) ?? 'About the message'}</h3>
          <Facts facts={group.map(([name, value]) => [name, value])} />
        </article>
      ))}
      {data && groups.length === 0 && <p className={classes['none']}>The report is empty.</p>}
    </ScrollRegion>
  );
}

import type { StructurePart } from '#shared/structure.ts';
import { Facts } from '../message/Facts.tsx';
import classes from './Card.module.css';
import { CardFrame } from './CardFrame.tsx';
import { reportGroups, reportSentence } from './report-fields.ts';

/** A report by a mail system: what happened in a sentence, and its fields. */
export function ReportCard({
  messageId,
  part,
}: {
  readonly messageId: string;
  readonly part: StructurePart;
}) {
  return (
    <CardFrame messageId={messageId} part={part} label="Report">
      {(text) => <Groups text={text} />}
    </CardFrame>
  );
}

function Groups({ text }: { readonly text: string }) {
  const groups = reportGroups(text);
  if (groups.length === 0) {
    return <p className={classes['none']}>The report is empty.</p>;
  }
  return groups.map((group, index) => (
    <article key={index} className={classes['card']}>
      <h3 className={classes['title']}>{reportSentence(group) ?? 'About the message'}</h3>
      <Facts facts={group.map(([name, value]) => [name, value])} />
    </article>
  ));
}

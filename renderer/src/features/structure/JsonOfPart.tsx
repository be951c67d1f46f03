import { useMemo } from 'react';
import type { StructurePart } from '#shared/structure.ts';
import { CodeRows } from '../message/CodeRows.tsx';
import { prettyJson } from '../message/pretty-json.ts';
import { ViewBar } from '../message/ViewBar.tsx';
import { TextOfPart } from './TextOfPart.tsx';
import { usePartText } from './use-part-text.ts';

/** Larger ones are shown as they came. Bytes. */
const largest = 2 * 1024 * 1024;

/** JSON with its indent; what is none, or is cut, as text. */
export function JsonOfPart({
  messageId,
  part,
}: {
  readonly messageId: string;
  readonly part: StructurePart;
}) {
  const { data } = usePartText(messageId, part.path, 'text', largest);
  const pretty = useMemo(() => (data === undefined || data.cut ? null : prettyJson(data.text)), [data]);
  if (data === undefined) {
    return <ViewBar>Loading…</ViewBar>;
  }
  if (pretty === null) {
    return <TextOfPart messageId={messageId} part={part} form="text" />;
  }
  return (
    <>
      <ViewBar>JSON, indented</ViewBar>
      <CodeRows text={pretty} label="JSON, indented" />
    </>
  );
}

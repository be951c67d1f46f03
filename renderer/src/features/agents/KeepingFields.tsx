import { TextInput } from '@mantine/core';
import { defaultSize } from './agent-draft.ts';
import type { AgentFieldsProps } from './GeneralFields.tsx';
import classes from './AgentEditor.module.css';

/** How large a mail may be, and how many are kept for how long. */
export function KeepingFields({ draft, problems, change }: AgentFieldsProps) {
  return (
    <div className={classes['fields']}>
      <TextInput
        label="Size limit of a mail (MB)"
        description={`Empty: ${defaultSize(draft.mode)} MB, as ${draft.mode} agents have it.`}
        inputMode="decimal"
        placeholder={String(defaultSize(draft.mode))}
        value={draft.maxSize}
        onChange={(event) => change({ maxSize: event.currentTarget.value })}
        error={problems['maxSize']}
      />
      <TextInput
        label="Messages kept"
        description="The newest so many; older ones go by themselves. Empty: all."
        inputMode="numeric"
        placeholder="all"
        value={draft.maxCount}
        onChange={(event) => change({ maxCount: event.currentTarget.value })}
        error={problems['maxCount']}
      />
      <TextInput
        label="Days kept"
        description="Empty: whatever their age."
        inputMode="numeric"
        placeholder="for ever"
        value={draft.maxAge}
        onChange={(event) => change({ maxAge: event.currentTarget.value })}
        error={problems['maxAge']}
      />
    </div>
  );
}

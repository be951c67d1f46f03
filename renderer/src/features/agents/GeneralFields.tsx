import { Checkbox, SegmentedControl, TagsInput, Textarea, TextInput } from '@mantine/core';
import { agentColours, agentLimits, domainSchema } from '#shared/agent.ts';
import type { AgentMode } from '#shared/agent.ts';
import { AgentMark } from '../../ui/AgentMark.tsx';
import { sandboxChanges } from './agent-draft.ts';
import type { AgentDraft, DraftProblems } from './agent-draft.ts';
import classes from './AgentEditor.module.css';

export interface AgentFieldsProps {
  readonly draft: AgentDraft;
  readonly problems: DraftProblems;
  readonly change: (changes: Partial<AgentDraft>) => void;
}

const modeHints: Readonly<Record<AgentMode, string>> = {
  relaxed: 'Holds everything, and marks on each message what production would have answered instead.',
  strict: 'Answers exactly as ZeptoMail in production would; what is refused stands in Activity.',
};

/** Name, colour, mode and domains, and of a new agent whether it is a sandbox. */
export function GeneralFields({
  draft,
  problems,
  change,
  isNew,
}: AgentFieldsProps & { readonly isNew: boolean }) {
  const wrongDomain = draft.domains.find((domain) => !domainSchema.safeParse(domain).success);
  return (
    <div className={classes['fields']}>
      <TextInput
        label="Name"
        value={draft.name}
        maxLength={agentLimits.nameLength}
        placeholder="Storefront, staging…"
        required
        data-autofocus
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={problems['name']}
      />
      <Textarea
        label="Description"
        value={draft.description}
        autosize
        minRows={1}
        maxRows={4}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={problems['description']}
      />
      <div role="radiogroup" aria-labelledby="colour-label">
        <span id="colour-label" className={classes['label']}>
          Colour
        </span>
        <div className={classes['colours']}>
          {agentColours.map((colour) => (
            <label key={colour} className={classes['colour']} title={colour}>
              <input
                type="radio"
                name="colour"
                aria-label={colour}
                checked={draft.colour === colour}
                onChange={() => change({ colour })}
              />
              <AgentMark colour={colour} size={16} />
            </label>
          ))}
        </div>
      </div>
      <div>
        <span className={classes['label']} id="mode-label">
          Mode
        </span>
        <SegmentedControl
          aria-labelledby="mode-label"
          value={draft.mode}
          onChange={(mode) => change({ mode })}
          data={[
            { value: 'relaxed', label: 'Relaxed' },
            { value: 'strict', label: 'Strict' },
          ]}
        />
        <p className={classes['hint']}>{modeHints[draft.mode]}</p>
      </div>
      {isNew && (
        <Checkbox
          label="Create in sandbox mode"
          description="For tests, as in ZeptoMail: two at most, mail kept for 3 days, and no way back."
          checked={draft.sandbox}
          onChange={(event) => change(sandboxChanges(draft, event.currentTarget.checked))}
          error={problems['sandbox']}
        />
      )}
      <TagsInput
        label="Verified domains"
        description={
          draft.mode === 'strict'
            ? 'Mail from any other domain is refused; with none, every sender is.'
            : 'Mail from any other domain is marked; with none, senders are not judged.'
        }
        value={[...draft.domains]}
        onChange={(domains) => change({ domains })}
        placeholder={draft.domains.length === 0 ? 'example.com' : ''}
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        error={wrongDomain === undefined ? problems['domains'] : `“${wrongDomain}” is not a domain name.`}
      />
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutcomeRule } from '#shared/outcome-rule.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { Section } from '../../ui/Section.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './DeliveryPage.module.css';
import { movedUp } from './rule-order.ts';
import { ruleWords } from './rule-words.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { useOutcomeRules } from './use-outcome-rules.ts';

/** What mail to certain recipients of an agent comes to by itself. */
export function RulesSection({ agentId }: { readonly agentId: string }) {
  const { rules, error, save } = useOutcomeRules(agentId);
  /** The place of the rule that is edited; one past the last for a new one. */
  const [editing, setEditing] = useState<number | null>(null);

  const edited = editing === null ? undefined : rules?.[editing];

  async function keep(rule: OutcomeRule): Promise<void> {
    if (rules && editing !== null) {
      await save(rules.toSpliced(editing, 1, rule));
      announce(`The rule for ${rule.recipient} is saved`);
    }
  }
  async function attempt(next: readonly OutcomeRule[], done: string): Promise<void> {
    try {
      await save(next);
      announce(done);
    } catch (problem) {
      notifyOfError(problem);
    }
  }
  async function remove(all: readonly OutcomeRule[], index: number, recipient: string): Promise<void> {
    await attempt(all.toSpliced(index, 1), `The rule for ${recipient} is removed`);
    document.getElementById('add-outcome-rule')?.focus();
  }

  return (
    <Section
      title="Outcome rules"
      about="What mail to certain recipients comes to by itself, told to webhooks as it happens. The first rule that fits decides; magic addresses go before."
    >
      {error && (
        <p role="alert" className={classes['facts']}>
          {error.message}
        </p>
      )}
      {rules?.length === 0 && (
        <p className={classes['none']}>
          No rules: mail counts as delivered. A rule lets mail to *@slow.test bounce after half a minute, say.
        </p>
      )}
      {rules && rules.length > 0 && (
        <ol className={classes['list']} aria-label="Rules">
          {rules.map((rule, index) => (
            <li key={`${rule.recipient} ${index}`} className={classes['row']}>
              <div className={classes['words']}>
                <bdi className={classes['name']}>{rule.recipient}</bdi>
                <div className={classes['facts']}>{ruleWords(rule)}</div>
              </div>
              {index > 0 && (
                <IconButton
                  size={24}
                  label={`Move ${rule.recipient} up`}
                  icon={<IconArrowUp size={15} />}
                  onClick={() =>
                    void attempt(movedUp(rules, index), `${rule.recipient} is moved to place ${index}`)
                  }
                />
              )}
              <IconButton
                size={24}
                label={`Edit the rule for ${rule.recipient}`}
                icon={<IconPencil size={15} />}
                onClick={() => setEditing(index)}
              />
              <IconButton
                size={24}
                color="red"
                label={`Remove the rule for ${rule.recipient}`}
                icon={<IconTrash size={15} />}
                onClick={() => void remove(rules, index, rule.recipient)}
              />
            </li>
          ))}
        </ol>
      )}
      {rules && (
        <Button
          id="add-outcome-rule"
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => setEditing(rules.length)}
        >
          Add rule
        </Button>
      )}
      <Dialog
        opened={rules !== undefined && editing !== null}
        onClose={() => setEditing(null)}
        title={edited ? 'Edit rule' : 'Add rule'}
        size={420}
      >
        <RuleEditor rule={edited} onSave={keep} onDone={() => setEditing(null)} />
      </Dialog>
    </Section>
  );
}

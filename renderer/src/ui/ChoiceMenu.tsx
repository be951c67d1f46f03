import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './ChoiceMenu.module.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
}

interface ChoiceMenuProps<Value extends string> {
  /** What is chosen, as in “Zoom: Fit”. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  /** Said of a value that is none of the choices. */
  readonly otherLabel?: string;
  readonly onChange: (value: Value) => void;
}

/** A button that names the present choice and opens the others, each with a word of explanation. */
export function ChoiceMenu<Value extends string>({
  label,
  icon,
  choices,
  value,
  otherLabel = value,
  onChange,
}: ChoiceMenuProps<Value>) {
  const chosen = choices.find((choice) => choice.value === value)?.label ?? otherLabel;
  return (
    <Menu position="bottom-end" width="max-content">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={icon}
          rightSection={<IconChevronDown size={13} aria-hidden="true" />}
          aria-label={`${label}: ${chosen}`}
        >
          {chosen}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes['choices'] ?? ''}>
        <Menu.RadioGroup
          value={value}
          onChange={(next) => {
            const choice = choices.find((candidate) => candidate.value === next);
            if (choice) {
              onChange(choice.value);
            }
          }}
        >
          {choices.map((choice) => (
            <Menu.RadioItem key={choice.value} value={choice.value} closeMenuOnClick>
              {choice.label}
              {choice.description !== undefined && (
                <span className={classes['description']}>{choice.description}</span>
              )}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { TemplateSummary } from '#shared/template.ts';
import classes from './TemplateList.module.css';

interface TemplateListProps {
  readonly templates: readonly TemplateSummary[];
  /** The key of the open one; null for a new one. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly onCreate: () => void;
}

/** The templates of an agent by name, and the way to a new one. */
export function TemplateList({ templates, chosen, onChoose, onCreate }: TemplateListProps) {
  return (
    <div className={classes['pane']}>
      <div className={classes['bar']}>
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={onCreate} id="new-template">
          New template
        </Button>
      </div>
      <ul className={classes['list']} aria-label="Templates">
        {templates.map(({ key, name, alias, subject }) => (
          <li key={key}>
            <button
              type="button"
              className={classes['row']}
              aria-current={key === chosen ? 'true' : undefined}
              onClick={() => onChoose(key)}
            >
              <bdi className={classes['name']}>{name}</bdi>
              <span className={classes['facts']}>{alias === null ? subject : `${alias} · ${subject}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

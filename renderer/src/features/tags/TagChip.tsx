import { tagColour } from './tag-colour.ts';
import classes from './TagChip.module.css';

interface TagChipProps {
  readonly name: string;
  /** Left out where the chip only shows the tag. */
  readonly onClick?: () => void;
}

/** A tag in its colour; a button where it leads to the messages that have it. */
export function TagChip({ name, onClick }: TagChipProps) {
  const style = { '--tag': `var(--agent-${tagColour(name)})` };
  return onClick === undefined ? (
    <span className={classes['chip']} style={style} data-tag={name} title={name}>
      <bdi>{name}</bdi>
    </span>
  ) : (
    <button
      type="button"
      className={classes['chip']}
      style={style}
      title={`Show all messages tagged ${name}`}
      onClick={onClick}
    >
      <bdi>{name}</bdi>
    </button>
  );
}

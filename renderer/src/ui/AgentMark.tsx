import type { AgentColour } from '#shared/agent.ts';
import classes from './AgentMark.module.css';

interface AgentMarkProps {
  readonly colour: AgentColour;
  /** Not filled: the agent is off. */
  readonly hollow?: boolean;
  /** Pixels. */
  readonly size?: number;
}

/** The small mark in an agent's colour; it stands beside the agent's name and is silent to screen readers. */
export function AgentMark({ colour, hollow = false, size = 10 }: AgentMarkProps) {
  return (
    <span
      aria-hidden="true"
      className={classes['mark']}
      data-hollow={hollow || undefined}
      style={{ '--mark': `var(--agent-${colour})`, width: size, height: size }}
    />
  );
}

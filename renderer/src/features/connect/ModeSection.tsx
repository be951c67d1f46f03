import type { AgentMode } from '#shared/agent.ts';
import { Section } from '../../ui/Section.tsx';
import classes from './ModeSection.module.css';

const modes: readonly { readonly mode: AgentMode; readonly name: string; readonly text: string }[] = [
  {
    mode: 'relaxed',
    name: 'Relaxed',
    text: 'Holds everything, whatever the credentials, and marks on each message what production would have answered instead.',
  },
  {
    mode: 'strict',
    name: 'Strict',
    text: 'Answers exactly as production would: STARTTLS and the right token are demanded, and the sender’s domain must be one of the agent’s. What was refused is in Activity.',
  },
];

interface ModeSectionProps {
  readonly mode: AgentMode;
  readonly domains: readonly string[];
}

/** What the agent's mode means, and which senders it accepts. */
export function ModeSection({ mode, domains }: ModeSectionProps) {
  return (
    <Section title="Relaxed or strict">
      <ul className={classes['modes']}>
        {modes.map((choice) => (
          <li key={choice.mode} className={classes['mode']} data-current={choice.mode === mode || undefined}>
            <h3 className={classes['name']}>
              {choice.name}
              {choice.mode === mode && <span className={classes['badge']}>this agent</span>}
            </h3>
            <p className={classes['text']}>{choice.text}</p>
          </li>
        ))}
      </ul>
      <p className={classes['domains']}>{domainWords(mode, domains)}</p>
    </Section>
  );
}

function domainWords(mode: AgentMode, domains: readonly string[]): string {
  if (domains.length > 0) {
    return `Verified sender domains: ${domains.join(', ')}.`;
  }
  return mode === 'strict'
    ? 'No sender domain is verified yet, so every sender is refused. Add one in the agent’s settings.'
    : 'No sender domain is set, so senders are not judged.';
}

import type { GatewayAttempt } from '#shared/gateway.ts';
import { Section } from '../../../ui/Section.tsx';
import { OutcomeIcon } from '../../activity/OutcomeIcon.tsx';
import { doorNames } from '../../inbox/row-words.ts';
import classes from './GatewayAttempts.module.css';

/** So many are shown, the newest. */
const shownAtMost = 10;

/** What came to the gateway in this run and found no agent, each with the reason. */
export function GatewayAttempts({ attempts }: { readonly attempts: readonly GatewayAttempt[] }) {
  return (
    <Section
      title="Found no agent"
      about="What the gateway refused because nobody could tell whose it is. What found its agent is in the agent’s activity."
    >
      {attempts.length === 0 ? (
        <p className={classes['none']}>Nothing since Restante was started.</p>
      ) : (
        <ul className={classes['list']}>
          {attempts.slice(0, shownAtMost).map((attempt) => (
            <Attempt key={attempt.id} attempt={attempt} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Attempt({ attempt }: { readonly attempt: GatewayAttempt }) {
  const { outcome, summary, door, peer, startedAt, verdicts } = attempt;
  const started = new Date(startedAt);
  return (
    <li className={classes['attempt']}>
      <OutcomeIcon outcome={outcome} />
      <div className={classes['words']}>
        <p className={classes['summary']}>
          <bdi>{summary}</bdi>
        </p>
        {verdicts.map(({ explanation }, index) => (
          <p key={index} className={classes['explanation']}>
            {explanation}
          </p>
        ))}
        <p className={classes['facts']}>
          {doorNames[door]}
          {peer !== '' && ` from ${peer}`},{' '}
          <time dateTime={startedAt} title={started.toLocaleString()}>
            {started.toLocaleTimeString(undefined, { timeStyle: 'medium' })}
          </time>
        </p>
      </div>
    </li>
  );
}

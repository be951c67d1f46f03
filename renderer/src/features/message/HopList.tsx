import classes from './HeadersView.module.css';
import { delayWords } from './received-hops.ts';
import type { Hop } from './received-hops.ts';

/** The servers that the mail passed, the first one first, and how long each took. */
export function HopList({ hops }: { readonly hops: readonly Hop[] }) {
  return (
    <section className={classes['hops']} aria-label="The way of the mail">
      <h2 className={classes['title']}>The way here</h2>
      <ol>
        {hops.slice(0, 50).map(({ from, by, protocol, at, delay }, index) => (
          <li key={index}>
            <bdi>{from ?? 'somewhere'}</bdi> to <bdi>{by ?? 'a server that does not say its name'}</bdi>
            <span className={classes['hopFacts']}>
              {protocol !== null && `, ${protocol}`}
              {at === null ? ', at an unknown time' : `, ${new Date(at).toLocaleString()}`}
              {delay !== null && `, after ${delayWords(delay)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

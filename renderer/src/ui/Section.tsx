import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './Section.module.css';

interface SectionProps {
  readonly title: string;
  /** A sentence on what it is for. */
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, about, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <h2 className={classes['title']} id={id}>
        {title}
      </h2>
      {about !== undefined && <p className={classes['about']}>{about}</p>}
      {children}
    </section>
  );
}

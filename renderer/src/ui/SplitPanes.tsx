import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import classes from './SplitPanes.module.css';

interface SplitPanesProps {
  /** Names the boundary for screen readers, and its remembered size. */
  readonly name: string;
  readonly first: ReactNode;
  /** Pixels. */
  readonly firstSize: { readonly start: number; readonly min: number; readonly max: number };
  readonly second: ReactNode;
}

/** Two panes side by side; the boundary is moved by pointer or arrow keys, and its place is remembered. */
export function SplitPanes({ name, first, firstSize, second }: SplitPanesProps) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `restante.${name}`,
    storage: localStorage,
  });
  return (
    <Group className={classes['group']} defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
      <Panel
        id={`${name}-first`}
        className={classes['pane']}
        defaultSize={firstSize.start}
        minSize={firstSize.min}
        maxSize={firstSize.max}
        groupResizeBehavior="preserve-pixel-size"
      >
        {first}
      </Panel>
      <Separator className={classes['separator']} aria-label={`Width of the ${name} pane`} />
      <Panel id={`${name}-second`} className={classes['pane']} minSize={320}>
        {second}
      </Panel>
    </Group>
  );
}

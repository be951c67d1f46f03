import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { mailWidths, withinWidths } from './preview-choices.ts';
import classes from './WidthHandle.module.css';

interface WidthHandleProps {
  /** Of the mail, in its own CSS pixels. */
  readonly width: number;
  readonly scale: number;
  /** Whether the mail grows to both sides. */
  readonly centred: boolean;
  readonly onDrag: (width: number) => void;
  /** Null fills the pane. */
  readonly onResize: (width: number | null) => void;
}

interface Drag {
  readonly x: number;
  readonly width: number;
  /** Pixels of the mail for one of the pointer. */
  readonly factor: number;
}

/** How far a key moves it, in pixels of the mail. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -10,
  ArrowRight: 10,
  PageDown: -100,
  PageUp: 100,
};

/** The right edge of the mail: dragged, or moved with the arrow keys (with Shift pixel by pixel); a double click fills the pane. */
export function WidthHandle({ width, scale, centred, onDrag, onResize }: WidthHandleProps) {
  const drag = useRef<Drag | null>(null);
  const [active, setActive] = useState(false);
  const widthAt = (event: PointerEvent, { x, width: start, factor }: Drag): number =>
    withinWidths(start + (event.clientX - x) * factor);

  function onKeyDown(event: KeyboardEvent): void {
    const step = steps[event.key];
    const next =
      event.key === 'Home'
        ? mailWidths.smallest
        : event.key === 'End'
          ? mailWidths.greatest
          : step === undefined
            ? undefined
            : width + (event.shiftKey ? Math.sign(step) : step);
    if (next !== undefined) {
      event.preventDefault();
      onResize(withinWidths(next));
    }
  }

  function finish(event: PointerEvent): void {
    if (drag.current !== null) {
      const { x } = drag.current;
      const next = widthAt(event, drag.current);
      drag.current = null;
      setActive(false);
      // A click moves nothing, and so decides nothing.
      if (event.clientX !== x) {
        onResize(next);
      }
    }
  }

  return (
    <div
      className={classes['handle']}
      data-active={active || undefined}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the mail"
      aria-valuenow={width}
      aria-valuemin={mailWidths.smallest}
      aria-valuemax={mailWidths.greatest}
      aria-valuetext={`${width} pixels`}
      title="Drag, or use the arrow keys; a double click fills the pane"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(null)}
      onPointerDown={(event) => {
        if (event.button === 0) {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, width, factor: (centred ? 2 : 1) / scale };
          setActive(true);
        }
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) {
          onDrag(widthAt(event, drag.current));
        }
      }}
      onPointerUp={finish}
      onPointerCancel={finish}
    />
  );
}

let isOn = false;

/** Whether what is dragged over the window comes out of it. */
export function isOwnDrag(): boolean {
  return isOn;
}

/** From now until the drag is over. No pointer event comes while the system drags, so the first one tells that it is. */
export function beginOwnDrag(): void {
  isOn = true;
  const over = new AbortController();
  for (const type of ['dragend', 'pointermove', 'pointerdown'] as const) {
    window.addEventListener(
      type,
      (event) => {
        // The button is still held while the desktop makes the files ready.
        if (!(event instanceof PointerEvent && event.type === 'pointermove' && event.buttons !== 0)) {
          isOn = false;
          over.abort();
        }
      },
      { signal: over.signal },
    );
  }
}

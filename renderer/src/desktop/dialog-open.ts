/** Set on the body while a dialog is open: by what keeps the page behind it from scrolling. */
const lock = 'data-scroll-locked';

/** Whether a dialog stands before the page. */
export function isDialogOpen(): boolean {
  return document.body.hasAttribute(lock);
}

/** Calls back when a dialog has opened or closed; answers with what ends it. */
export function onDialogChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, { attributeFilter: [lock] });
  return () => observer.disconnect();
}

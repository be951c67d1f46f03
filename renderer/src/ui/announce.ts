/** The id of the live region that the shell renders. */
export const liveRegionId = 'announcements';

/** Has screen readers say a sentence when they are done with what they are reading. */
export function announce(sentence: string): void {
  const region = document.getElementById(liveRegionId);
  if (region) {
    // The same sentence twice is a change only when the text differs: a no-break space makes it differ.
    region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
  }
}

/** Waits for a promise, but no longer than so many milliseconds. Answers with whether it was kept in time. */
export async function settlesWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const kept = promise.then(
    () => true,
    () => false,
  );
  const inTime = await Promise.race([kept, late]);
  clearTimeout(timer);
  return inTime;
}

/** Time as this part of the program sees it. */
export interface Clock {
  now(): Date;
  /** Calls `task` every so many milliseconds; answers with the function that ends it. Keeps no process alive. */
  every(ms: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  every(ms, task) {
    const timer = setInterval(task, ms);
    timer.unref();
    return () => clearInterval(timer);
  },
};

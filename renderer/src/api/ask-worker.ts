/** What a worker of the page answers, as `answerQuestion` sends it. */
type WorkerAnswer = { readonly answer: unknown } | { readonly problem: string };

/**
 * Has a worker of its own answer one question, off the page's thread; the worker ends with it, or when nobody waits
 * any more.
 * @throws Error with the worker's own words.
 */
export async function askWorker(worker: Worker, question: unknown, signal: AbortSignal): Promise<unknown> {
  const answered = new Promise<unknown>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      if ('answer' in data) {
        resolve(data.answer);
      } else {
        reject(new Error(data.problem));
      }
    });
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || 'It took too much memory.')),
    );
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  worker.postMessage(question, []);
  try {
    return await answered;
  } finally {
    worker.terminate();
  }
}

/** The worker's side: answers the question that it was started for. */
export function answerQuestion(answer: (question: unknown) => unknown): void {
  const reply = (message: WorkerAnswer): void => postMessage(message, { transfer: [] });
  addEventListener('message', (event: MessageEvent<unknown>) => {
    Promise.resolve(event.data)
      .then(answer)
      .then(
        (found) => reply({ answer: found }),
        (error: unknown) => reply({ problem: error instanceof Error ? error.message : String(error) }),
      );
  });
}

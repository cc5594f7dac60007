/**
 * Makes an action run once however often its button is pressed: while it runs, every further call gets the same answer.
 */
export function oneAtATime<A extends readonly unknown[], T>(action: (...given: A) => Promise<T>): (...given: A) => Promise<T> {
  let running: Promise<T> | null = null;
  return (...given) => {
    running ??= action(...given).finally(() => {
      running = null;
    });
    return running;
  };
}

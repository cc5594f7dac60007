/* eslint-disable no-console -- this file is about the console */
const NOISE = 'Dependency tree not found for treeId';
let quiet = false;

/**
 * Univer 0.25.1 writes this line up to forty thousand times when rows are inserted above a long chain of formulas; the
 * results are right. Everything else still reaches the console.
 */
export function quietConsole(): void {
  if (quiet) return;
  quiet = true;
  const { error } = console;
  console.error = (...parts: unknown[]): void => {
    if (typeof parts[0] !== 'string' || !parts[0].startsWith(NOISE)) error.apply(console, parts);
  };
}

import { Storage, StorageType, Utilities } from '@microsoft/office-js-helpers';

/**
 * The only door to @microsoft/office-js-helpers. Of its Storage only get and set are used: its `keys()` and `values()`
 * answer with prefixed keys. Storage may be blocked by policy: then nothing is remembered and nothing fails.
 */
const container = 'jixiao';

/** The text kept under a name, or null. */
export function recall(name: string): string | null {
  try {
    const kept: unknown = new Storage<string>(container, StorageType.LocalStorage).get(name);
    return typeof kept === 'string' ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a text. @returns whether it was kept. */
export function remember(name: string, text: string): boolean {
  try {
    new Storage<string>(container, StorageType.LocalStorage).set(name, text);
    return true;
  } catch {
    return false;
  }
}

/** Prints a fault with what Office knows of it, for the person who is asked for help. */
export function logFault(fault: unknown): void {
  try {
    Utilities.log(fault instanceof Error ? fault : new Error(JSON.stringify(fault)));
  } catch {
    // A log that fails must not hide the fault it was to print.
  }
}

import { ACTION, PATH, type RequestBody } from './wire/protocol';

/** One request that an add-in sent with `context.sync`. Sizes in bytes of UTF-8. */
export interface Sync {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  /** Code of the error the batch ended with, or null. */
  readonly error: string | null;
}

export interface Tally {
  readonly syncs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly bytes: number;
}

export const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** A request that only releases references, or speaks to a service beside the workbook, is no sync: Office.js sends it by itself. */
export function isSync(body: RequestBody): boolean {
  return body.Actions.some((action) => {
    const path = body.ObjectPaths[String(action.ObjectPathId ?? 0)];
    const startsAtRoot = action.ActionType === ACTION.instantiate && path?.ObjectPathType === PATH.root;
    return !startsAtRoot && path?.ObjectPathType !== PATH.newObject && !(action.ActionType === ACTION.method && action.Name === '_RemoveReference');
  });
}

/** Counts what goes over the wire, so that budgets can be tested on any machine. */
export class Counters {
  readonly #syncs: Sync[] = [];

  add(sync: Sync): void {
    this.#syncs.push(sync);
  }

  /** All syncs so far, oldest first. */
  get log(): readonly Sync[] {
    return this.#syncs;
  }

  /** A point in time to count from. */
  mark(): number {
    return this.#syncs.length;
  }

  /** Syncs and bytes since a mark, or since the beginning. */
  since(mark = 0): Tally {
    const syncs = this.#syncs.slice(mark);
    const requestBytes = syncs.reduce((sum, sync) => sum + sync.requestBytes, 0);
    const responseBytes = syncs.reduce((sum, sync) => sum + sync.responseBytes, 0);
    return { syncs: syncs.length, requestBytes, responseBytes, bytes: requestBytes + responseBytes };
  }

  /** Syncs and bytes of everything sent while `act` runs. */
  async during<T>(act: () => Promise<T>): Promise<{ readonly result: T; readonly tally: Tally }> {
    const mark = this.mark();
    const result = await act();
    return { result, tally: this.since(mark) };
  }
}

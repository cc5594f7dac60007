/** What happens to one sync. */
export interface Fault {
  /** Error code the batch ends with; left out: it runs normally. */
  readonly code?: string;
  readonly message?: string;
  /** Number of actions that still run before the error; default 0. */
  readonly after?: number;
  /** Milliseconds before the answer. */
  readonly delay?: number;
  /** The batch runs, or not (`before`), and no answer ever comes. */
  readonly silent?: 'before' | 'after';
}

export type EventFault = 'deliver' | 'lose' | 'double' | { readonly delay: number };

/** A script of things that go wrong. Syncs count from 1, starting when the fault is set. */
export class Faults {
  readonly #script = new Map<number, Fault>();
  #seen = 0;
  #always: Fault | null = null;
  /** How change events reach add-ins. */
  events: EventFault = 'deliver';
  /** Requests with more bytes fail with RequestPayloadSizeLimitExceeded. Excel on the web: 5 MB. */
  requestLimit = 5 * 1024 * 1024;
  responseLimit = 5 * 1024 * 1024;
  /** Ranges with more cells answer null for values, formulas and texts, as big ranges do at times. */
  tableLimit = 5_000_000;
  /** A person is editing a cell: every sync fails until this is false again. */
  editing = false;
  readonly #broken = new Map<string, string>();

  /** The k-th sync from now fails. */
  failSync(k: number, code: string, more: Omit<Fault, 'code'> = {}): void {
    this.#script.set(this.#seen + k, { ...more, code });
  }

  /** The k-th sync from now is answered late. */
  delaySync(k: number, delay: number): void {
    this.#script.set(this.#seen + k, { delay });
  }

  /** The k-th sync from now is never answered; `after`: its batch has run all the same. */
  silenceSync(k: number, when: 'before' | 'after' = 'after'): void {
    this.#script.set(this.#seen + k, { silent: when });
  }

  /** Every sync meets this fault, until `reset`. */
  always(fault: Fault): void {
    this.#always = fault;
  }

  /** A member (`DataValidation.rule`) answers with an error although its API set is there. */
  breakMember(member: string, code = 'ApiNotFound'): void {
    this.#broken.set(member, code);
  }

  brokenMember(member: string): string | null {
    return this.#broken.get(member) ?? null;
  }

  reset(): void {
    this.#script.clear();
    this.#broken.clear();
    this.#always = null;
    this.events = 'deliver';
    this.requestLimit = 5 * 1024 * 1024;
    this.responseLimit = 5 * 1024 * 1024;
    this.tableLimit = 5_000_000;
    this.editing = false;
  }

  /** The fault of the sync that arrives now. */
  next(): Fault | null {
    this.#seen += 1;
    if (this.editing) return { code: 'InvalidOperationInCellEditMode' };
    return this.#script.get(this.#seen) ?? this.#always;
  }
}

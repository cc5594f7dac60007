import type { Book } from './book';
import type { Visibility } from './engine/sheets';
import type { Happening } from './engine/watch';
import { type HostEvent, type Origin, eventsOf } from './events';
import type { Faults } from './faults';
import type { Client } from './wire/client';

/** Collects what happens and hands it to the add-ins when calculation is done, so that handlers read new results. */
export class EventQueue {
  /** Who is at work now; null: nobody of the host, so that it must be a person on the screen. */
  origin: Origin | null = null;
  /** Grows with every change to the workbook. */
  writes = 0;
  /** The workbook is gone: nothing more is delivered. */
  closed = false;
  readonly #previous: { active: string; visibility: Map<string, Visibility> };
  #waiting: HostEvent[] = [];
  #scheduled = false;
  #late = 0;

  constructor(
    private readonly book: Book,
    private readonly faults: Faults,
    private readonly clients: () => Iterable<Client>,
  ) {
    const { sheets } = book.engine;
    this.#previous = { active: sheets.active(), visibility: new Map(sheets.ids().map((id) => [id, sheets.visibility(id)])) };
  }

  add(happening: Happening): void {
    if (happening.kind !== 'calculated' && happening.kind !== 'selected' && happening.kind !== 'editing') this.writes += 1;
    for (const event of eventsOf(this.book, happening, this.origin ?? 'user', this.#previous)) {
      const last = this.#waiting[this.#waiting.length - 1];
      const repeated = happening.kind === 'selected' || happening.kind === 'calculated';
      if (repeated && last && last.type === event.type && JSON.stringify(last.message) === JSON.stringify(event.message)) continue;
      this.#waiting.push(event);
    }
    if (this.origin === null) this.#schedule();
  }

  /** What a person does on the screen comes without a batch around it. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      if (!this.closed) void this.book.engine.flush().then(() => this.deliver());
    }, 0);
  }

  async deliver(): Promise<void> {
    const events = this.#waiting;
    this.#waiting = [];
    const how = this.faults.events;
    if (how === 'lose' || events.length === 0 || !this.book.eventsEnabled) return;
    const send = (): void => {
      for (const event of events) {
        for (const client of this.clients()) {
          client.deliver(event);
          if (how === 'double') client.deliver(event);
        }
      }
    };
    if (typeof how !== 'object') {
      send();
      return;
    }
    this.#late += 1;
    setTimeout(() => {
      this.#late -= 1;
      send();
    }, how.delay);
  }

  /** Resolves when no late event is on its way. */
  async settled(): Promise<void> {
    while (this.#late > 0 || this.#scheduled) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

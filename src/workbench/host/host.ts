import type { Univer } from '@univerjs/core';
import { Book } from './book';
import { BookView } from './bookView';
import { Counters, byteLength, isSync } from './counters';
import { Engine } from './engine/engine';
import type { Happening } from './engine/watch';
import { EventQueue } from './eventQueue';
import { type Fault, Faults } from './faults';
import { hostError } from './hostError';
import type { Json } from './objects/json';
import { User } from './user';
import { Batch, errorBody } from './wire/batch';
import { Client } from './wire/client';
import { type BridgeRequest, MESSAGE, type RequestBody, type ResponseBody } from './wire/protocol';

export interface HostOptions {
  /** Add-in writes can be undone with Ctrl+Z, as from ExcelApi 1.19; before, every write empties the list. */
  readonly undoOfAddinWrites?: boolean;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Plays Excel for Office.js: takes the client's messages, answers them, raises events. */
export class Host {
  readonly counters = new Counters();
  readonly faults = new Faults();
  /** The workbook as tests look at it. */
  readonly book: BookView;
  /** The person at the keyboard. */
  readonly user: User;
  /** Somebody else in the same workbook. */
  readonly coauthor: User;
  readonly #engine: Engine;
  readonly #book: Book;
  readonly #events: EventQueue;
  readonly #clients = new Set<Client>();
  #queue: Promise<void> = Promise.resolve();

  constructor(univer: Univer, private readonly options: HostOptions & { readonly screen: boolean }) {
    this.#engine = new Engine(univer, options.screen);
    this.#book = new Book(this.#engine, this.faults);
    this.#events = new EventQueue(this.#book, this.faults, () => this.#clients);
    this.#engine.watch.listen((happening) => this.#notice(happening));
    this.book = new BookView(this.#book);
    const act = (origin: 'user' | 'remote') => <T>(work: () => Promise<T>): Promise<T> => this.#inTurn(() => this.#actAs(origin, work));
    this.user = new User(this.#book, this.faults, act('user'));
    this.coauthor = new User(this.#book, this.faults, act('remote'));
  }

  #notice(happening: Happening): void {
    if (happening.kind === 'editing') this.faults.editing = happening.on;
    this.#events.add(happening);
  }

  /** One thing after the other: batches, and what people do. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  async #actAs<T>(origin: 'user' | 'remote', work: () => Promise<T>): Promise<T> {
    this.#events.origin = origin;
    let result: T | undefined;
    try {
      await this.#engine.asPerson(async () => {
        result = await work();
      });
    } finally {
      await this.#engine.flush();
      await this.#events.deliver();
      this.#events.origin = null;
    }
    return result as T;
  }

  /**
   * A bridge end for one add-in: `receive` gets every message of the host; the result takes the messages of Office.js.
   * Each call is a client of its own, with its own ranges and handlers.
   */
  connect(receive: (text: string) => void): (text: string) => void {
    const client = new Client(this.#book, receive);
    this.#clients.add(client);
    return (text) => {
      const request = JSON.parse(text) as BridgeRequest;
      if (request.type !== MESSAGE.request || this.#events.closed) return;
      void this.#inTurn(() => this.#answer(client, request, byteLength(text), receive));
    };
  }

  async #answer(client: Client, request: BridgeRequest, requestBytes: number, receive: (text: string) => void): Promise<void> {
    const body = (typeof request.message.body === 'string' ? JSON.parse(request.message.body) : request.message.body) as RequestBody;
    const sync = isSync(body);
    const fault = sync ? this.faults.next() : null;
    if (fault?.delay) await wait(fault.delay);
    let response = fault?.silent === 'before' ? EMPTY : await this.#execute(client, body, fault, requestBytes);
    let text = JSON.stringify(response);
    if (byteLength(text) > this.faults.responseLimit) {
      response = { Results: [], TraceIds: [], Error: errorBody(hostError('ResponsePayloadSizeLimitExceeded'), 0) };
      text = JSON.stringify(response);
    }
    if (sync) {
      this.counters.add({
        requestBytes,
        responseBytes: byteLength(text),
        actions: body.Actions.length,
        error: response.Error?.Code ?? null,
      });
    }
    if (!fault?.silent) {
      const message = { statusCode: 200, headers: {}, body: text };
      receive(JSON.stringify({ id: request.id, type: MESSAGE.response, flags: 0, message }));
    }
    await this.#events.deliver();
  }

  async #execute(client: Client, body: RequestBody, fault: Fault | null, requestBytes: number): Promise<ResponseBody> {
    const tooLarge = requestBytes > this.faults.requestLimit;
    const code = tooLarge ? 'RequestPayloadSizeLimitExceeded' : fault?.code;
    const error = code === undefined ? undefined : { after: tooLarge ? 0 : (fault?.after ?? 0), error: hostError(code, fault?.message) };
    this.#events.origin = client;
    const written = this.#events.writes;
    try {
      let response = EMPTY;
      const run = async (): Promise<void> => {
        response = await new Batch(this.#book, client, body).run(error);
      };
      await (this.options.undoOfAddinWrites ? this.#engine.asPerson(run) : run());
      return response;
    } finally {
      this.#book.calculationSuspended = false;
      await this.#engine.flush();
      this.#book.forgetAreas((ref) => [...this.#clients].some((one) => one.keptAreas().has(ref)));
      if (this.#events.writes !== written && !this.options.undoOfAddinWrites) this.#engine.clearUndo();
      this.#events.origin = null;
    }
  }

  /** Settings of the document, as the Excel API and the common API of Office.js share them. */
  get settings(): Map<string, Json> {
    return this.#book.settings;
  }

  /** Forgets an add-in that went away without saying so (its pane was closed or reloaded). */
  disconnectAll(): void {
    this.#clients.clear();
  }

  /** Number of handlers on an event (`DataChanged`, `Activated` …) over all connected add-ins. */
  handlers(eventName: string): number {
    return [...this.#clients].reduce((count, client) => count + client.registrations(eventName), 0);
  }

  /** Ranges that add-ins still hold; an add-in that ends its runs properly holds none. */
  get keptRanges(): number {
    return [...this.#clients].reduce((count, client) => count + client.keptCount, 0);
  }

  /** Resolves when everything sent so far is answered and calculated. */
  async idle(): Promise<void> {
    await this.#inTurn(() => this.#engine.flush());
    await this.#events.settled();
  }

  /** Closes the workbook: what is under way ends first; what add-ins send from now on gets no answer. */
  async dispose(): Promise<void> {
    if (this.#events.closed) return;
    this.#clients.clear();
    this.#events.closed = true;
    await this.#inTurn(() => this.#engine.dispose());
  }
}

const EMPTY: ResponseBody = { Results: [], TraceIds: [], Error: null };

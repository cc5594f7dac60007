import { dependentsOf, type Dependents } from '../evaluation/dependents';
import type { CellRef } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { MAX_COLUMNS, MAX_ROWS, parseBlock } from '../values/address';
import type { Message } from '../values/message';
import { ok, type Result } from '../values/result';
import type { CellBlock, Plan } from '../workbook/plan';
import { liveReading, type LiveReading } from './liveReading';
import type { ChangeFeed, DirtyArea, ReadArea, WorkbookPort } from './ports';

export interface Following {
  /** Reads everything again: on activation, when the pane gets the focus. Resolves when it was told. */
  readAgain(): Promise<void>;
  stop(): Promise<void>;
}

export interface FollowOptions {
  readonly now?: () => Date;
  /** Milliseconds to wait for further changes before reading; a paste comes as several events. */
  readonly gather?: number;
}

/**
 * Reads now and after every change, and never writes. Events only mark areas: the next read takes the touched cells and the
 * formulas that depend on them in one request, everything when rows, columns or sheets moved. What was read piece by piece
 * equals what a full read would give.
 */
export async function follow(
  port: WorkbookPort, feed: ChangeFeed, form: Form, plan: Plan, tell: (reading: Result<LiveReading, Message>) => void, options: FollowOptions = {},
): Promise<Result<Following, Message>> {
  const follower = new Follower(port, feed, form, plan, tell, options);
  return follower.start();
}

class Follower implements Following {
  private readonly dependents: Dependents;
  private readonly now: () => Date;
  private readonly gather: number;
  private last: LiveReading | null = null;
  private refs: ReadonlyMap<string, CellRef> | null = null;
  private dirty: Exclude<DirtyArea, 'structure'>[] = [];
  private everything = false;
  private reading: Promise<void> | null = null;
  private stopped = false;
  private unlisten: (() => Promise<void>) | null = null;

  constructor(
    private readonly port: WorkbookPort, private readonly feed: ChangeFeed, private readonly form: Form, private readonly plan: Plan,
    private readonly tell: (reading: Result<LiveReading, Message>) => void, options: FollowOptions,
  ) {
    this.dependents = dependentsOf(form);
    this.now = options.now ?? (() => new Date());
    this.gather = options.gather ?? 60;
  }

  async start(): Promise<Result<Following, Message>> {
    const listening = await this.feed.listen((area) => this.mark(area));
    if (!listening.ok) return listening;
    this.unlisten = listening.value;
    await this.readAgain();
    return ok(this);
  }

  readAgain(): Promise<void> {
    this.everything = true;
    return this.work();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.unlisten?.();
    await this.reading;
  }

  private mark(area: DirtyArea): void {
    if (area === 'structure') this.everything = true;
    else this.dirty.push(area);
    void this.work();
  }

  /** One read at a time; what is marked while reading is read next. */
  private work(): Promise<void> {
    this.reading ??= this.readAll().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async readAll(): Promise<void> {
    while (!this.stopped && (this.everything || this.dirty.length > 0)) {
      if (!this.everything) await new Promise((resolve) => setTimeout(resolve, this.gather));
      if (this.stopped) return;
      if (this.everything || !this.last) await this.readEverything();
      else await this.readDirty(this.last);
    }
  }

  private async readEverything(): Promise<void> {
    this.everything = false;
    this.dirty = [];
    const looked = await this.port.look(this.plan);
    if (this.stopped) return;
    if (!looked.ok) return this.tell(looked);
    this.keep(liveReading(this.form, this.plan, looked.value, this.now()));
    this.refs = null;
  }

  private async readDirty(last: LiveReading): Promise<void> {
    const areas = this.dirty;
    this.dirty = [];
    const wanted = this.wanted(areas, last);
    if (wanted === null) {
      this.everything = true;
      return;
    }
    const looked = await this.feed.lookAt(wanted, this.plan, last.snapshot);
    if (this.stopped) return;
    if (!looked.ok) return this.tell(looked);
    if (looked.value === null) this.everything = true;
    else this.keep(liveReading(this.form, this.plan, looked.value, this.now()));
  }

  private keep(reading: LiveReading): void {
    this.last = reading;
    this.tell(ok(reading));
  }

  /** The touched cells and everything computed from them; null when an area cannot be read piece by piece. */
  private wanted(areas: readonly Exclude<DirtyArea, 'structure'>[], last: LiveReading): readonly ReadArea[] | null {
    const touched: ReadArea[] = [];
    for (const area of areas) {
      for (const part of area.address.split(',')) {
        const block = blockOf(part);
        if (!block) return null;
        touched.push({ sheet: area.sheet, block, part: 'all' });
      }
    }
    this.refs ??= this.placedRefs(last);
    const changed = [...this.refs].flatMap(([place, ref]) => (touched.some((area) => isInside(place, area)) ? [ref] : []));
    const rooms = (list: string): number => Math.max(this.form.lists.get(list)?.block.room ?? 0, last.evaluation.entries.lists.get(list)?.length ?? 0);
    const shown = this.dependents.of(changed, rooms).flatMap((ref): ReadArea[] => {
      const place = last.locate(ref);
      const block = place && parseBlock(place.address);
      return place && block ? [{ sheet: place.sheet, block, part: 'shown' }] : [];
    });
    return [...touched, ...shown];
  }

  /** What stands at which place, computed cells included: a formula may be typed over. */
  private placedRefs(last: LiveReading): ReadonlyMap<string, CellRef> {
    const refs: CellRef[] = [...[...this.form.fields.keys()].map((field) => ({ field })), ...this.plan.sheets.flatMap((sheet) => sheet.lists).flatMap((list) =>
      list.columnIds.flatMap((column) => Array.from({ length: list.room }, (_, row) => ({ list: list.id, row, column }))))];
    return new Map(refs.flatMap((ref) => {
      const place = last.locate(ref);
      const block = place && parseBlock(place.address);
      return place && block ? [[`${block.row} ${block.column} ${place.sheet}`, ref] as const] : [];
    }));
  }
}

function isInside(place: string, area: ReadArea): boolean {
  const [row = '', column = '', ...sheet] = place.split(' ');
  const r = Number(row) - area.block.row, c = Number(column) - area.block.column;
  return sheet.join(' ') === area.sheet && r >= 0 && r < area.block.rowCount && c >= 0 && c < area.block.columnCount;
}

/** A1, A1:B2, whole rows 3:5 and whole columns B:C as events name them. */
function blockOf(address: string): CellBlock | null {
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(address);
  if (rows) return { row: Number(rows[1]) - 1, column: 0, rowCount: Number(rows[2]) - Number(rows[1]) + 1, columnCount: MAX_COLUMNS };
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(address);
  return columns ? parseBlock(`${columns[1]}1:${columns[2]}${MAX_ROWS}`) : parseBlock(address);
}

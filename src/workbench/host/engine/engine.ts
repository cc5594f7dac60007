import type { Univer } from '@univerjs/core';
import { SetSelectionsOperation } from '@univerjs/sheets';
import type { Area } from '../grid';
import { Calculation } from './calculation';
import { Cells } from './cells';
import { ConditionalFormats } from './conditionalFormats';
import { EngineCore } from './core';
import { Layout } from './layout';
import { Names } from './names';
import { Sheets } from './sheets';
import { Structure } from './structure';
import { Validations } from './validations';
import { Watch } from './watch';

/** The calculating workbook behind the host. Only the files of this folder know that it is Univer. */
export class Engine {
  readonly cells: Cells;
  readonly sheets: Sheets;
  readonly names: Names;
  readonly layout: Layout;
  readonly structure: Structure;
  readonly validations: Validations;
  readonly conditionalFormats: ConditionalFormats;
  readonly watch: Watch;
  readonly #core: EngineCore;
  readonly #calculation: Calculation;

  /** `screen`: Univer shows the workbook, with the plugins that belong to a screen. */
  constructor(univer: Univer, screen: boolean) {
    const core = new EngineCore(univer);
    this.#core = core;
    this.#calculation = new Calculation(univer);
    this.layout = new Layout(core);
    this.cells = new Cells(core, this.layout);
    this.sheets = new Sheets(core);
    this.names = new Names(core, () => this.#calculation.flush());
    this.structure = new Structure(core, this.cells);
    this.validations = new Validations(core);
    this.conditionalFormats = new ConditionalFormats(core);
    this.watch = new Watch(core, this.cells);
    this.watch.listen((happening) => {
      if (happening.kind === 'moved') {
        this.conditionalFormats.follow(happening, screen);
        this.validations.follow(happening);
      } else if (happening.kind === 'renamed') {
        this.conditionalFormats.rename(happening.before, happening.after);
        this.validations.rename(happening.before, happening.after);
      }
    });
  }

  /** Calculates everything that waits to be calculated. */
  flush(): Promise<void> {
    this.validations.settle();
    return this.#calculation.flush();
  }

  /** What `act` does belongs to the person at the keyboard, who can take it back. */
  async asPerson(act: () => void | Promise<void>): Promise<void> {
    this.#core.recording = true;
    try {
      await act();
    } finally {
      this.#core.recording = false;
    }
  }

  undo(): Promise<boolean> {
    return this.#core.undo();
  }

  /** Empties the list of Ctrl+Z. */
  clearUndo(): void {
    this.#core.clearUndo();
  }

  select(area: Area): void {
    this.#core.grow({ ...area, rows: Math.min(area.rows, 200), columns: Math.min(area.columns, 26) });
    this.#core.run(SetSelectionsOperation.id, {
      subUnitId: area.sheetId,
      selections: [{ range: this.#core.range(area), primary: null, style: null }],
    });
  }

  /** A calculation under way ends first: Univer would go on with it on a workbook that is gone, and throw from a timer. */
  async dispose(): Promise<void> {
    await this.#calculation.close();
    this.#core.univer.dispose();
  }
}

import type { CellRef } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import type { PackFault } from '../pack/fault';
import type { CheckUse, Sourced } from '../pack/pack';
import type { Level } from '../values/level';
import { fail, ok, type Result } from '../values/result';
import type { CheckContext } from './context';
import { figuresOf, readParameters, type FigurePath, type ParameterSet, type ParametersOf } from './parameters';
import type { Words } from './texts';

export { LEVEL_NAMES, type Level } from '../values/level';

/** What a check says of one place: something is wrong there, or it could not be checked. Saying nothing is a pass. */
export type Verdict =
  | {
      readonly outcome: 'found';
      readonly level: Level;
      /** First the cell to go to, then every other cell concerned. */
      readonly refs: readonly CellRef[];
      readonly words: Words;
      readonly found: string;
      readonly expected: string;
      readonly difference?: string;
      /** One finding for several rows of a list column: its 说明 belongs to the column, not to a row. */
      readonly ofColumn?: boolean;
      /** Field its 说明 belongs to, where the first cell concerned is another one from check to check. */
      readonly keptBy?: string;
      /** Place in words where no cell is left to point at. */
      readonly place?: { readonly sheet: string; readonly item: string };
      /** Reasons the unit can pick from for its 说明. */
      readonly reasons?: readonly string[];
    }
  | { readonly outcome: 'cannotCheck'; readonly reason: string; readonly refs: readonly CellRef[] }
  /** The identity does not bind this unit, e.g. fund income against fund spending where there is a carry-over. */
  | { readonly outcome: 'notApplicable'; readonly reason: string; readonly refs: readonly CellRef[] };

/** One check: one code, one source. Made with `defineCheck`. */
export interface Check {
  /** Letter of the family and two digits, as in the catalogue. */
  readonly code: string;
  /** What is wrong when it fails, in a few words. */
  readonly title: string;
  /** Regulation or form the identity comes from. */
  readonly source: string;
  /** Gravest level it can report. */
  readonly level: Level;
  /** Binds a use in a pack; faults tell what the pack should have said. */
  bind(use: CheckUse, path: string, form: Form): Result<BoundCheck, readonly PackFault[]>;
  /** Where in a use its thresholds and weights stand, which need a source. */
  figures(use: CheckUse): readonly FigurePath[];
}

export interface BoundCheck {
  readonly check: Check;
  /** Where the figures of this use come from. */
  readonly sourced?: Sourced;
  run(context: CheckContext): readonly Verdict[];
}

export function defineCheck<S extends ParameterSet>(definition: {
  readonly code: string;
  readonly title: string;
  readonly source: string;
  readonly level: Level;
  readonly parameters: S;
  run(context: CheckContext, parameters: ParametersOf<S>): readonly Verdict[];
}): Check {
  const { code, title, source, level, parameters } = definition;
  const check: Check = {
    code, title, source, level,
    figures: (use) => figuresOf(parameters, use),
    bind: (use, path, form) => {
      const read = readParameters(parameters, use, path, form);
      const { indicators, sourced } = use;
      const unknown = indicators !== undefined && !form.lists.has(indicators) ? [{ path: `${path}.indicators`, found: indicators, expected: '指标清单的 id' }] : [];
      if (!read.ok) return fail([...read.error, ...unknown]);
      if (unknown.length > 0) return fail(unknown);
      return ok({ check, ...(sourced === undefined ? {} : { sourced }), run: (context) => definition.run(indicators === undefined ? context : { ...context, indicators }, read.value) });
    },
  };
  return check;
}

export function cannotCheck(reason: string, ...refs: readonly CellRef[]): Verdict {
  return { outcome: 'cannotCheck', reason, refs };
}

export function notApplicable(reason: string, ...refs: readonly CellRef[]): Verdict {
  return { outcome: 'notApplicable', reason, refs };
}

/** What several rows together say: rows that are not used are no trouble as long as one row could be checked. */
export function oneCheckable(rows: readonly (readonly Verdict[])[]): readonly Verdict[] {
  const made = rows.filter((verdicts) => verdicts.every(({ outcome }) => outcome === 'found'));
  return made.length > 0 ? made.flat() : rows[0] ?? [];
}

/** A finding as people and sheets see it. */
export interface Finding {
  readonly code: string;
  readonly level: Level;
  readonly refs: readonly CellRef[];
  /** Tab name of the sheet. */
  readonly sheet: string;
  /** 项目 in words, e.g. 基本支出·占比. */
  readonly item: string;
  /** Cell in the workbook, or blank when it is not known or gone. */
  readonly address: string;
  readonly found: string;
  readonly expected: string;
  readonly difference: string;
  /** What is wrong, without place and remedy: column 问题. */
  readonly text: string;
  readonly remedy: string;
  /** Everything in one line: 【表】项目（格）：问题 怎么办. */
  readonly message: string;
  readonly source: string;
  /** Code, field and row key: the 说明 of the unit is kept by it. */
  readonly key: string;
  /** Reasons the unit can pick from for its 说明; empty where it writes its own words. */
  readonly reasons: readonly string[];
}

/** A check, or a part of it, that could not be made, with the reason. */
export interface Unchecked {
  readonly code: string;
  readonly title: string;
  readonly reason: string;
  readonly refs: readonly CellRef[];
}

export interface CheckOutcome {
  readonly code: string;
  readonly title: string;
  readonly outcome: 'pass' | 'fail' | 'warn' | 'notApplicable' | 'cannotCheck';
}

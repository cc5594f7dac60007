import type { CellValue } from '../../values/cell';

/**
 * How an operand slot is fed:
 * - `one`: one cell; - `optional`: one cell that the pack may leave out;
 * - `many`: several single cells; - `column`: all room rows of a list column (rows that are not filled are blank).
 */
export type Slot = 'one' | 'optional' | 'many' | 'column';

/** Operands of the engine's face: one cell, or several for `many` and `column`; a missing `optional` is undefined. */
export type Operands = Readonly<Record<string, CellValue | readonly CellValue[] | undefined>>;

/**
 * References of the cell's face, in A1 notation, ready to stand in a formula of the cell's sheet.
 * A `column` reference runs from the header row to the locked end row, so its first cell is the header text and its last is blank.
 */
export type References = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Parameters of one use, already checked against `parameters`. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Facts of the place where a rule is used that are not operands. */
export interface Place {
  /** 1-based number of the row inside its list, for messages. */
  readonly row?: number;
}

/**
 * A kind of rule with its two faces: `value` for the engine, `formula` for the cell. Both must agree on every input.
 * Conventions of both faces: blank in, blank out unless the kind says otherwise; an error operand gives that error;
 * text where a number is needed gives 未计算; an operand 不适用 gives 不适用.
 */
export interface RuleKind {
  readonly kind: string;
  /** What it is called in 计分依据. */
  readonly title: string;
  /** The regulation or document the kind implements. */
  readonly source: string;
  readonly slots: Readonly<Record<string, Slot>>;
  /** JSON Schema of the members beside `kind` and the slots. */
  readonly parameters: Readonly<Record<string, object>>;
  /** Parameters that a local document lays down, with what they are called; a use with one of them says where it comes from. */
  readonly figures?: Readonly<Record<string, string>>;
  value(operands: Operands, parameters: Parameters): CellValue;
  /** Formula text without the leading `=`, in the dialect of host.md. */
  formula(references: References, parameters: Parameters): string;
  /** The steps with the figures put in, one sentence each. */
  explain(operands: Operands, parameters: Parameters, result: CellValue): readonly string[];
}

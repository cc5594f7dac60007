import type { Level } from '../values/level';
import type { Span } from './document';

/** A verbatim piece of the text a finding is about. */
export interface Quote extends Span {
  readonly text: string;
}

/** What proofreading says of one or more places of a text. */
export interface ProofFinding {
  /** Code of the catalogue, e.g. F11. */
  readonly code: string;
  readonly level: Level;
  /** In reading order; each is a piece of the original, exactly. */
  readonly quotes: readonly Quote[];
  /** What the text says, as short as possible: 44.65%. */
  readonly stated: string;
  /** What it comes to, with the arithmetic: 101.55÷227.39=44.66%. */
  readonly computed: string;
  /** One line: what stands where, what it comes to, what to do. */
  readonly message: string;
}

/** A check that could not be made on this text, with the reason. */
export interface ProofUnchecked {
  readonly code: string;
  readonly reason: string;
}

export interface ProofReport {
  /** In reading order. */
  readonly findings: readonly ProofFinding[];
  readonly notChecked: readonly ProofUnchecked[];
}

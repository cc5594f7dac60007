import type { Decimal } from '../values/decimal';
import type { Quote } from './findings';

/** A number of a form: its value and, with it, one unit of its last digit. */
export interface FormNumber {
  readonly value: Decimal;
  readonly step: Decimal;
}

interface Placed {
  readonly paragraph: number;
  readonly quotes: readonly Quote[];
}

/** The line of the whole money with execution rate and its score. */
export interface FormMoney extends Placed {
  readonly kind: 'money';
  readonly budget: FormNumber;
  readonly executed: FormNumber;
  readonly points: FormNumber;
  /** In percent. */
  readonly rate: FormNumber;
  readonly score: FormNumber | null;
}

/** A row of an indicator. Target and actual are digits as written; null for words. */
export interface FormRow extends Placed {
  readonly kind: 'row';
  readonly name: string;
  readonly comparison: string;
  readonly target: string | null;
  readonly unit: string;
  readonly actual: string | null;
  readonly actualUnit: string;
  readonly points: FormNumber | null;
  readonly score: FormNumber | null;
}

export interface FormTotal extends Placed {
  readonly kind: 'total';
  readonly points: FormNumber | null;
  readonly score: FormNumber;
  /** Every figure before it that could be points or a score belongs to a row. */
  readonly complete: boolean;
}

/** A piece of a self-evaluation form pasted as text, in reading order. */
export type FormPart = FormMoney | FormRow | FormTotal;

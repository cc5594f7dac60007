import { balanceVerdict } from './balanceVerdict';
import { blankCells } from './blankCells';
import { cellCount } from './cellCount';
import { changeWord } from './changeWord';
import { columnTotal } from './columnTotal';
import { columnTotalWhere } from './columnTotalWhere';
import { countFilled } from './countFilled';
import { countWhere } from './countWhere';
import { countWhereBoth } from './countWhereBoth';
import { deviation } from './deviation';
import { difference } from './difference';
import { executionByBasis } from './executionByBasis';
import { executionScore } from './executionScore';
import { less } from './less';
import { ratio } from './ratio';
import { reaches } from './reaches';
import { rowsMissing } from './rowsMissing';
import type { RuleKind } from './rule';
import { sum } from './sum';
import { sumOrStated } from './sumOrStated';
import { textLength } from './textLength';
import { unbalanced } from './unbalanced';

const kinds: readonly RuleKind[] = [
  sum, sumOrStated, columnTotal, columnTotalWhere, difference, less,
  ratio, executionByBasis, deviation, reaches, changeWord,
  countFilled, countWhere, countWhereBoth, textLength,
  cellCount, blankCells, rowsMissing, unbalanced, balanceVerdict,
  executionScore,
];

/** Every kind of rule a pack may name, by its name. */
export const ruleKinds: ReadonlyMap<string, RuleKind> = new Map(kinds.map((rule) => [rule.kind, rule]));

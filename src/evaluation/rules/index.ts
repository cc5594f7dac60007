import { actualNumber } from './actualNumber';
import { applicableWhere } from './applicableWhere';
import { balanceVerdict } from './balanceVerdict';
import { bandScore } from './bandScore';
import { blankCells } from './blankCells';
import { byNumber } from './byNumber';
import { cellCount } from './cellCount';
import { cellLink } from './cellLink';
import { changeWord } from './changeWord';
import { checkCode } from './checkCode';
import { columnTotal } from './columnTotal';
import { columnTotalWhere } from './columnTotalWhere';
import { comparison } from './comparison';
import { comparisonInTarget } from './comparisonInTarget';
import { completion } from './completion';
import { countCellsWhere } from './countCellsWhere';
import { countFilled } from './countFilled';
import { countWhere } from './countWhere';
import { countWhereBoth } from './countWhereBoth';
import { deadline } from './deadline';
import { deviation } from './deviation';
import { difference } from './difference';
import { effectiveWeight } from './effectiveWeight';
import { evaluationScope } from './evaluationScope';
import { executionByBasis } from './executionByBasis';
import { executionScore } from './executionScore';
import { figureByName } from './figureByName';
import { finalScore } from './finalScore';
import { grade } from './grade';
import { less } from './less';
import { lookup } from './lookup';
import { measuredScore } from './measuredScore';
import { met } from './met';
import { missingInRows } from './missingInRows';
import { needsVerification } from './needsVerification';
import { qualitativeRate } from './qualitativeRate';
import { ratio } from './ratio';
import { reaches } from './reaches';
import { requiredInRows } from './requiredInRows';
import { rowMissing } from './rowMissing';
import { rowsMissing } from './rowsMissing';
import type { RuleKind } from './rule';
import { same } from './same';
import { scaleStep } from './scaleStep';
import { scoringMethod } from './scoringMethod';
import { signatureLine } from './signatureLine';
import { stepDeduction } from './stepDeduction';
import { sum } from './sum';
import { sumOfAll } from './sumOfAll';
import { sumOrStated } from './sumOrStated';
import { sumUnless } from './sumUnless';
import { targetNumber } from './targetNumber';
import { targetUpper } from './targetUpper';
import { textLength } from './textLength';
import { totalScore } from './totalScore';
import { unbalancedCount } from './unbalancedCount';
import { unitInTarget } from './unitInTarget';
import { unitLine } from './unitLine';
import { unscoredRows } from './unscoredRows';

const kinds: readonly RuleKind[] = [
  sum, sumOrStated, sumUnless, sumOfAll, columnTotal, columnTotalWhere, difference, less,
  ratio, executionByBasis, deviation, reaches, changeWord,
  countFilled, countWhere, countWhereBoth, countCellsWhere, textLength,
  cellCount, blankCells, rowsMissing, balanceVerdict,
  comparison, comparisonInTarget, unitInTarget, targetNumber, targetUpper, actualNumber, deadline, completion,
  scaleStep, qualitativeRate, effectiveWeight, measuredScore, met, scoringMethod, finalScore,
  executionScore, stepDeduction, bandScore, unscoredRows, totalScore, needsVerification, grade,
  same, applicableWhere, byNumber, evaluationScope, lookup, figureByName, rowMissing, requiredInRows, missingInRows, unbalancedCount,
  checkCode, unitLine, signatureLine, cellLink,
];

/** Every kind of rule a pack may name, by its name. */
export const ruleKinds: ReadonlyMap<string, RuleKind> = new Map(kinds.map((rule) => [rule.kind, rule]));

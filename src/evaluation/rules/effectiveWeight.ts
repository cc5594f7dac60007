import { type CellValue, BLANK, cellText, notApplicable, numberCell } from '../../values/cell';
import { type Decimal, sum } from '../../values/decimal';
import { ASSESSMENT_SCHEMA, assessmentOf } from './comparisons';
import { allNumbers, cellOf, cellsOf, isNotApplicable, refOf, whenAllNumbers } from './faces';
import { plain, shown } from './figures';
import type { Operands, Parameters, RuleKind } from './rule';

interface Shares {
  readonly all: Decimal;
  readonly applicable: Decimal;
}

function sameGroup(a: CellValue, b: CellValue): boolean {
  return a.kind === b.kind && cellText(a).toLowerCase() === cellText(b).toLowerCase();
}

interface Columns {
  readonly weights: readonly CellValue[];
  readonly groups: readonly CellValue[];
  readonly shares: Map<string, Shares>;
}

/** Every row of a table asks for the same sums; a table of a thousand rows would add a million numbers. */
const sumsByStates = new WeakMap<readonly CellValue[], Columns>();

/** Σ权重 among which this row's share is counted, with and without the rows that are 不适用; null when nothing is to be moved. */
function sharesOf(operands: Operands, parameters: Parameters): Shares | null {
  const mode = assessmentOf(parameters).notApplicable;
  const states = cellsOf(operands, 'applicables');
  if (mode === 'exclude' || !states.some(isNotApplicable)) return null;
  const [weights, groups, group] = [cellsOf(operands, 'weights'), cellsOf(operands, 'groups'), cellOf(operands, 'group')];
  const known = sumsByStates.get(states);
  const columns = known?.weights === weights && known.groups === groups ? known : { weights, groups, shares: new Map<string, Shares>() };
  sumsByStates.set(states, columns);
  const key = mode === 'redistribute' ? 'all' : `${group.kind} ${cellText(group).toLowerCase()}`;
  const found = columns.shares.get(key) ?? addUp(weights, states, (row) => mode === 'redistribute' || sameGroup(groups[row] ?? BLANK, group));
  columns.shares.set(key, found);
  return found;
}

function addUp(weights: readonly CellValue[], states: readonly CellValue[], inside: (row: number) => boolean): Shares {
  const numbers = (keep: (row: number) => boolean): Decimal[] =>
    weights.flatMap((weight, row) => (weight.kind === 'number' && inside(row) && keep(row) ? [weight.value] : []));
  return { all: sum(numbers(() => true)), applicable: sum(numbers((row) => !isNotApplicable(states[row] ?? BLANK))) };
}

/**
 * 计分权重, unrounded: rows that are 不适用 give their weight to the other rows of the table (`redistribute`) or of their
 * level-1 group (`redistributeInGroup`) in proportion, or it drops out (`exclude`); the pack says which.
 * `applicable` is the row's 完成数值 or 适用 cell: the text 不适用 switches the row off.
 */
export const effectiveWeight: RuleKind = {
  kind: 'effectiveWeight',
  title: '计分权重',
  source: '不适用指标的权重处理由模板包给出',
  slots: { weight: 'one', applicable: 'one', group: 'one', weights: 'column', applicables: 'column', groups: 'column' },
  parameters: { assessment: ASSESSMENT_SCHEMA },
  value(operands, parameters) {
    const applicable = cellOf(operands, 'applicable');
    if (applicable.kind === 'error') return applicable;
    if (isNotApplicable(applicable)) return notApplicable;
    const weight = allNumbers([cellOf(operands, 'weight')]);
    if (!weight.ok) return weight.error;
    const shares = sharesOf(operands, parameters);
    const own = weight.value[0]!;
    if (shares === null || shares.applicable.isZero()) return numberCell(own);
    return numberCell(own.times(shares.all).div(shares.applicable));
  },
  formula(references, parameters) {
    const weight = refOf(references, 'weight');
    const applicable = refOf(references, 'applicable');
    const weights = refOf(references, 'weights');
    const states = refOf(references, 'applicables');
    const mode = assessmentOf(parameters).notApplicable;
    const open = (compute: string): string =>
      `IF(LEN(${applicable})*0<>0,"",IF(${applicable}="不适用","不适用",${whenAllNumbers([weight], compute)}))`;
    if (mode === 'exclude') return open(weight);
    const inGroup = `--(${refOf(references, 'groups')}=${refOf(references, 'group')}),`;
    const [all, off] =
      mode === 'redistribute'
        ? [`SUM(${weights})`, `SUMIF(${states},"不适用",${weights})`]
        : [`SUMPRODUCT(${inGroup}${weights})`, `SUMPRODUCT(${inGroup}--(${states}="不适用"),${weights})`];
    return open(`IF(COUNTIF(${states},"不适用")=0,${weight},IF(ROUND(${all}-${off},8)=0,${weight},${weight}*${all}/(${all}-${off})))`);
  },
  explain(operands, parameters, result) {
    const shares = sharesOf(operands, parameters);
    const weight = shown(cellOf(operands, 'weight'));
    if (result.kind !== 'number' || shares === null || shares.applicable.isZero()) return [`权重${weight}，计分权重${shown(result)}`];
    return [`不适用指标的权重按比例分给其余指标：${weight}×${plain(shares.all)}÷${plain(shares.applicable)}＝${shown(result)}`];
  },
};

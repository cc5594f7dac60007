import { BLANK, type CellValue, textCell } from '../../values/cell';
import { comparisonIn } from './comparisons';
import { cellOf, firstError, refOf } from './faces';
import { shown } from './figures';
import { trimmed } from './indicatorNumber';
import type { RuleKind } from './rule';

const SIGNS = '≥≤><=';
const WORDS: readonly string[] = ['不少于', '不低于', '不小于', '不超过', '不高于', '不大于'];
/** What numbers and ranges are made of, and line breaks; the rest of a target is its unit. */
const FIGURES = '0123456789.~～至—- \n';
/** Letters of a target that are looked at. */
const MOST_LETTERS = 99;

function unitOf(text: string): string {
  const bare = SIGNS.includes(text.charAt(0)) ? text.slice(1) : WORDS.includes(text.slice(0, 3)) ? text.slice(3) : text;
  return [...FIGURES].reduce((rest, figure) => rest.replaceAll(figure, ''), bare.slice(0, MOST_LETTERS)).replaceAll('%%', '%');
}

/** 度量单位 where the form writes it into the target (≥95%, 不少于5次): what is `stated`, else the target without operator and figures. Blank for 定性 and 时限. */
export const unitInTarget: RuleKind = {
  kind: 'unitInTarget',
  title: '度量单位（由指标值读出）',
  source: '项目支出绩效自评表年度指标值的写法',
  slots: { stated: 'one', comparison: 'one', target: 'one' },
  parameters: {},
  value(operands): CellValue {
    const [stated, comparison, target] = [cellOf(operands, 'stated'), cellOf(operands, 'comparison'), cellOf(operands, 'target')];
    const error = firstError([stated, comparison, target]);
    if (error !== null) return error;
    if (stated.kind !== 'blank') return stated;
    const named = comparisonIn(comparison);
    if (named === null || named === 'qualitative' || named === 'byDate' || target.kind !== 'text') return BLANK;
    const unit = unitOf(trimmed(target.text));
    return unit === '' ? BLANK : textCell(unit);
  },
  formula(references) {
    const [stated, comparison, target] = [refOf(references, 'stated'), refOf(references, 'comparison'), refOf(references, 'target')];
    const text = `TRIM(${target})`;
    const operator = `COUNT(FIND(LEFT(${text},1),"${SIGNS}"))+3*COUNT(FIND("|"&LEFT(${text},3)&"|","|${WORDS.join('|')}|"))`;
    const bare = `MID(${text},1+${operator},${MOST_LETTERS})`;
    const unit = [...FIGURES].reduce((rest, figure) => `SUBSTITUTE(${rest},${figure === '\n' ? 'CHAR(10)' : `"${figure}"`},"")`, bare);
    const measured = `AND(LEN(T(${target}))>0,ISNUMBER(FIND("|"&${comparison}&"|","|≥|>|≤|<|=|区间|")))`;
    return (
      `IF(0*(LEN(${stated})+LEN(${comparison})+LEN(${target}))<>0,"",IF(LEN(${stated})>0,${stated},` +
      `IF(LEN(${comparison})*LEN(${target})=0,"",IF(${measured},SUBSTITUTE(${unit},"%%","%"),""))))`
    );
  },
  explain(operands, _parameters, result) {
    return [`指标值“${shown(cellOf(operands, 'target'))}”，度量单位${shown(result)}`];
  },
};

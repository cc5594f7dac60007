import { BLANK, type CellValue, notApplicable, textCell, uncomputed } from '../../values/cell';
import { comparison } from './comparison';
import { ASSESSMENT_SCHEMA, COMPARISON_WORDS } from './comparisons';
import { cellOf, firstError, hasText, isNotApplicable, refOf } from './faces';
import { shown } from './figures';
import { trimmed } from './indicatorNumber';
import type { RuleKind } from './rule';

const SIGNS = '≥≤><=';
/** Operators in words, each with the sign it stands for; all of three characters. */
const AT_LEAST: readonly string[] = ['不少于', '不低于', '不小于'];
const AT_MOST: readonly string[] = ['不超过', '不高于', '不大于'];
const BETWEEN = '~～至—';
const QUALITATIVE = COMPARISON_WORDS.qualitative;

function readTarget(text: string): string {
  const sign = text.charAt(0);
  if (SIGNS.includes(sign)) return sign;
  const word = text.slice(0, 3);
  if (AT_LEAST.includes(word)) return COMPARISON_WORDS.atLeast;
  if (AT_MOST.includes(word)) return COMPARISON_WORDS.atMost;
  if (!/[0-9]/.test(text)) return QUALITATIVE;
  if (text.charAt(4) === '年') return COMPARISON_WORDS.byDate;
  return [...BETWEEN].some((separator) => text.includes(separator)) ? COMPARISON_WORDS.range : COMPARISON_WORDS.equal;
}

/**
 * 比较方式 where the form has no column 性质: what is `stated`, else 定性 where 计分方式 says so, else read from the target — ≥95%, 不低于95%,
 * 80~90, 2024年12月, a bare number (=); words without a digit are 定性.
 */
export const comparisonInTarget: RuleKind = {
  kind: 'comparisonInTarget',
  title: '比较方式（由指标值读出）',
  source: '项目支出绩效自评表年度指标值的写法；指标性质的规范写法由模板包给出',
  slots: { stated: 'one', method: 'one', target: 'one' },
  parameters: { assessment: ASSESSMENT_SCHEMA },
  value(operands, parameters): CellValue {
    const [stated, method, target] = [cellOf(operands, 'stated'), cellOf(operands, 'method'), cellOf(operands, 'target')];
    const error = firstError([stated, method, target]);
    if (error !== null) return error;
    if (stated.kind !== 'blank') return comparison.value({ nature: stated }, parameters);
    if (target.kind === 'blank') return BLANK;
    if (hasText(method, QUALITATIVE)) return textCell(QUALITATIVE);
    if (isNotApplicable(target)) return notApplicable;
    if (target.kind === 'number') return textCell(COMPARISON_WORDS.equal);
    return target.kind === 'text' ? textCell(readTarget(trimmed(target.text))) : uncomputed;
  },
  formula(references, parameters) {
    const [stated, method, target] = [refOf(references, 'stated'), refOf(references, 'method'), refOf(references, 'target')];
    const text = `TRIM(${target})`;
    const wordAmong = (words: readonly string[]): string => `ISNUMBER(FIND("|"&LEFT(${text},3)&"|","|${words.join('|')}|"))`;
    const anyOf = (characters: string): string => `COUNT(${[...characters].map((one) => `FIND("${one}",${target})`).join(',')})`;
    const read =
      `IF(ISNUMBER(FIND(LEFT(${text},1),"${SIGNS}")),LEFT(${text},1),IF(${wordAmong(AT_LEAST)},"≥",IF(${wordAmong(AT_MOST)},"≤",` +
      `IF(${anyOf('0123456789')}=0,"${QUALITATIVE}",IF(MID(${text},5,1)="年","时限",IF(${anyOf(BETWEEN)}>0,"区间","="))))))`;
    const unstated =
      `IF(LEN(${target})=0,"",IF(${method}="${QUALITATIVE}","${QUALITATIVE}",IF(${target}="不适用","不适用",` +
      `IF(COUNT(${target})=1,"=",IF(T(${target})=${target},${read},"未计算")))))`;
    return `IF(0*(LEN(${stated})+LEN(${method})+LEN(${target}))<>0,"",IF(LEN(${stated})>0,${comparison.formula({ nature: stated }, parameters)},${unstated}))`;
  },
  explain(operands, _parameters, result) {
    const stated = cellOf(operands, 'stated');
    return [stated.kind === 'blank' ? `指标值“${shown(cellOf(operands, 'target'))}”按“${shown(result)}”比较` : `指标性质“${shown(stated)}”按“${shown(result)}”比较`];
  },
};

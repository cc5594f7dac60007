import { BLANK, cellText, textCell, uncomputed } from '../../values/cell';
import { ASSESSMENT_SCHEMA, COMPARISON_WORDS, assessmentOf } from './comparisons';
import { cellOf, quoted, refOf } from './faces';
import { shown } from './figures';
import { trimmed } from './indicatorNumber';
import type { Parameters, RuleKind } from './rule';

const WORD_LENGTH = 2;

/** Every spelling of the pack with the word it stands for, `|≧:≥ |不少于:≥ |范围:区间|`: one search instead of eight. */
function dictionary(parameters: Parameters): string {
  const entries = assessmentOf(parameters).natures.flatMap((nature) =>
    [nature.name, ...nature.synonyms].map((spelling) => `${spelling}:${COMPARISON_WORDS[nature.comparison].padEnd(WORD_LENGTH)}|`),
  );
  return `|${entries.join('')}`;
}

/** 指标性质 as one of ≥ > ≤ < = 区间 时限 定性, whatever spelling of the pack stands in the cell; an unknown one is 未计算. */
export const comparison: RuleKind = {
  kind: 'comparison',
  title: '比较方式',
  source: '指标性质的规范写法由模板包给出',
  slots: { nature: 'one' },
  parameters: { assessment: ASSESSMENT_SCHEMA },
  value(operands, parameters) {
    const nature = cellOf(operands, 'nature');
    if (nature.kind === 'error') return nature;
    if (nature.kind === 'blank') return BLANK;
    const words = dictionary(parameters);
    const wanted = `|${trimmed(cellText(nature))}:`;
    const place = words.indexOf(wanted);
    return place < 0 ? uncomputed : textCell(trimmed(words.slice(place + wanted.length, place + wanted.length + WORD_LENGTH)));
  },
  formula(references, parameters) {
    const nature = refOf(references, 'nature');
    const words = quoted(dictionary(parameters));
    const place = `FIND("|"&TRIM(${nature})&":",${words})+LEN(TRIM(${nature}))+2`;
    return `IF(LEN(${nature})=0,"",IFERROR(TRIM(MID(${words},${place},${WORD_LENGTH})),"未计算"))`;
  },
  explain(operands, _parameters, result) {
    return [`指标性质“${shown(cellOf(operands, 'nature'))}”按“${shown(result)}”比较`];
  },
};

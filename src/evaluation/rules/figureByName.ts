import { BLANK, type CellValue } from '../../values/cell';
import { cellOf, cellsOf, hasText, quoted, refOf, refsOf } from './faces';
import { shown } from './figures';
import type { Parameters, RuleKind } from './rule';

function namesOf(parameters: Parameters): readonly string[] {
  const names = parameters['names'];
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
}

/** The figure that belongs to the name in `key`: `of` holds one cell for each of `names`. Any other name, and a blank figure, stay blank. */
export const figureByName: RuleKind = {
  kind: 'figureByName',
  title: '按名称取数',
  source: '同一数据只填一次；取数对应关系由模板包给出',
  slots: { key: 'one', of: 'many' },
  parameters: { names: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } } },
  value(operands, parameters): CellValue {
    const key = cellOf(operands, 'key');
    if (key.kind === 'error') return key;
    const place = namesOf(parameters).findIndex((name) => hasText(key, name));
    return place < 0 ? BLANK : cellsOf(operands, 'of')[place] ?? BLANK;
  },
  formula(references, parameters) {
    const key = refOf(references, 'key');
    const of = refsOf(references, 'of');
    const choice = namesOf(parameters).reduceRight((rest, name, place) => {
      const figure = of[place];
      return figure === undefined ? rest : `IF(${key}=${quoted(name)},IF(LEN(${figure})=0,"",${figure}),${rest})`;
    }, '""');
    return `IF(LEN(${key})=0,"",${choice})`;
  },
  explain(operands, _parameters, result) {
    return [`“${shown(cellOf(operands, 'key'))}”取${shown(result)}`];
  },
};

import { BLANK, notApplicable } from '../../values/cell';
import { EQUALS_SCHEMA, equalsOf, isAnyOf } from './columns';
import { cellOf, quoted, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** The same value as another cell where `where` holds one of the given texts, 不适用 where it holds another, blank where it is blank. */
export const applicableWhere: RuleKind = {
  kind: 'applicableWhere',
  title: '适用时引用',
  source: '不适用的不计算，也不记0',
  slots: { of: 'one', where: 'one' },
  parameters: { equals: EQUALS_SCHEMA },
  value(operands, parameters) {
    const where = cellOf(operands, 'where');
    if (where.kind === 'error') return where;
    if (where.kind === 'blank') return BLANK;
    return isAnyOf(where, equalsOf(parameters)) ? cellOf(operands, 'of') : notApplicable;
  },
  formula(references, parameters) {
    const [of, where] = [refOf(references, 'of'), refOf(references, 'where')];
    const tests = equalsOf(parameters).map((text) => `${where}=${quoted(text)}`);
    const applies = tests.length === 1 ? tests[0] : `OR(${tests.join(',')})`;
    return `IF(LEN(${where})=0,"",IF(${applies},IF(LEN(${of})=0,"",${of}),"不适用"))`;
  },
  explain(operands, _parameters, result) {
    return [`${shown(cellOf(operands, 'where'))}：${shown(result)}`];
  },
};

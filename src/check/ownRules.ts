import type { CellRef } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { BROKEN, HOLDS } from '../evaluation/ownRules/ownRule';
import { ownVerdictOf } from '../evaluation/selfCheck';
import type { OwnRule } from '../pack/pack';
import { cellText, isBlank, type CellValue } from '../values/cell';
import { cannotCheck, defineCheck, type Check, type Verdict } from './check';
import { itemOf, quoteOf, refOf, type CheckContext } from './context';
import { words } from './texts';

const SOURCE = '财政部门自定义规则';

/**
 * The bureau's own rules as checks, each under its id. What stands in 自检表 decides, as everybody sees it there; where it is not
 * what the formula gives, V30 tells. Without a workbook the engine's own value decides.
 */
export function ownRuleChecks(form: Form): readonly Check[] {
  return (form.pack.rules ?? []).flatMap((rule) => {
    const field = ownVerdictOf(form.pack, rule);
    return field === null ? [] : [defineCheck({
      code: rule.id, title: rule.name, source: rule.source ?? SOURCE, level: rule.level, parameters: {},
      run: (context) => verdictOn(context, rule, field),
    })];
  });
}

function verdictOn(context: CheckContext, rule: OwnRule, field: string): readonly Verdict[] {
  const verdict = refOf(field);
  const operands = operandsOf(context.form, field);
  const standing = context.reading ? context.reading.shown(verdict) : context.evaluation.at(verdict);
  if (standing === null) return [cannotCheck('自检表中找不到该条规则', ...operands)];
  if (cellText(standing) === HOLDS) return [];
  if (cellText(standing) !== BROKEN) return [cannotCheck(whyNot(context, standing, operands), ...operands, verdict)];
  const side = (part: 'left' | 'right'): string => {
    const id = field.replace(/verdict$/, part);
    return context.form.fields.has(id) ? quoteOf(context, refOf(id), shownAt(context, refOf(id))) : '';
  };
  const [found, expected] = [side('left'), side('right')];
  return [{
    outcome: 'found', level: rule.level, refs: [...operands, verdict], keptBy: field,
    words: found === '' ? words('U', { message: rule.message }) : words('U.sides', { message: rule.message, found, expected }),
    found, expected: expected === '' ? rule.formula : expected,
  }];
}

function shownAt(context: CheckContext, ref: CellRef): CellValue {
  return context.reading?.shown(ref) ?? context.evaluation.at(ref);
}

/** Single cells the formula names, in its order. */
function operandsOf(form: Form, field: string): readonly CellRef[] {
  return Object.values(form.fields.get(field)?.rule?.operands ?? {}).flat().flatMap((operand): CellRef[] => (operand.at === 'field' ? [{ field: operand.id }] : []));
}

function whyNot(context: CheckContext, standing: CellValue, operands: readonly CellRef[]): string {
  if (isBlank(standing)) return '自检表没有算出结论，请重算（F9）后再校验';
  const missing = operands.filter((ref) => context.evaluation.at(ref).kind === 'blank').map((ref) => `“${itemOf(context, ref)}”`);
  return missing.length > 0 ? `${missing.slice(0, 4).join('、')}${missing.length > 4 ? '等' : ''}未填` : '用到的格没有可用的数';
}

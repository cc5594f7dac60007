import type { CellRef } from '../evaluation/evaluate';
import { cellText, isBlank, sameCell } from '../values/cell';
import { sum, type Decimal } from '../values/decimal';
import { amountText } from '../values/figureText';
import { cannotCheck, defineCheck, notApplicable, type Check, type Verdict } from './check';
import { itemOf, numberAt, refOf, statedAt, statedCellAt, totalOf, type CheckContext } from './context';
import { column, field, group, list, several, text } from './parameters';
import { agreementOfSides, type Side } from './roundedParts';
import { words } from './texts';
import { agreementOfTotal, equalAsShown } from '../values/tolerance';

/** The amounts of the rows of a list whose code is, or begins with, one of several; null when no such row holds a number. */
function coded(context: CheckContext, code: { readonly list: string; readonly column: string }, amount: string, isOne: (code: string) => boolean): Side | null {
  const refs = context.evaluation.rows(code.list)
    .filter((row) => isOne(cellText(context.evaluation.item(code.list, row, code.column)).trim()))
    .map((row): CellRef => ({ list: code.list, row, column: amount }));
  const numbers = refs.flatMap((ref): readonly Decimal[] => { const number = numberAt(context, ref); return number.ok ? [number.value] : []; });
  return numbers.length === 0 ? null : { value: sum(numbers), refs };
}

/**
 * F07 部门决算经济分类: the columns of the list by economic item add up to the expenditure, and the items of 人员经费 (301, 303)
 * to 人员经费. TAIL(n) with n the typed numbers behind both sides. The list is optional: unfilled it cannot be checked.
 */
export const expenditureByEconomicItem = defineCheck({
  code: 'F07', title: '支出与经济分类不一致', source: '部门决算报表支出经济分类科目明细', level: 'error',
  parameters: {
    account: column,
    totals: several(group({ subject: text, of: field, total: field })),
    staff: group({ amount: text, classes: several(text), total: field, within: field, basic: field }),
  },
  run: (context, { account: code, totals, staff }) => {
    if (context.evaluation.rows(code.list).length === 0) return [cannotCheck('支出经济分类未填', refOf(totals[0]?.of ?? ''))];
    const verdicts = totals.map(({ subject, of, total }) => sideVerdict(context, subject, refOf(of), refOf(total)));
    const listed = coded(context, code, staff.amount, (written) => staff.classes.some((each) => written.startsWith(each)));
    const stated = numberAt(context, refOf(staff.total));
    const complete = sideVerdict(context, '', refOf(staff.within), refOf(staff.basic)) === null;
    if (verdicts.some((verdict) => verdict?.outcome === 'found') || !listed || !stated.ok || !complete) return verdicts.flatMap((verdict) => verdict ?? []);
    const other: Side = { value: stated.value, refs: [refOf(staff.total)] };
    const agreement = agreementOfSides(context, other, listed);
    if (agreement === 'equal') return verdicts.flatMap((verdict) => verdict ?? []);
    const slots = {
      found: amountText(stated.value, context.unit), expected: amountText(listed.value, context.unit),
      difference: amountText(stated.value.minus(listed.value), context.unit), classes: staff.classes.join('、'),
    };
    return [...verdicts.flatMap((verdict) => verdict ?? []), {
      outcome: 'found', level: agreement === 'tail' ? 'hint' : 'error', refs: [refOf(staff.total), ...listed.refs],
      words: words(agreement === 'tail' ? 'F07.tail' : 'F07.staff', { subject: '人员经费', ...slots }),
      found: slots.found, expected: slots.expected, difference: slots.difference,
    }];
  },
});

/** Null when both sides agree. */
function sideVerdict(context: CheckContext, subject: string, of: CellRef, total: CellRef): Verdict | null {
  const [listed, stated] = [numberAt(context, of), numberAt(context, total)];
  if (!listed.ok) return cannotCheck(listed.error, of);
  if (!stated.ok) return cannotCheck(stated.error, total);
  const agreement = agreementOfSides(context, { value: listed.value, refs: [of] }, { value: stated.value, refs: [total] });
  if (agreement === 'equal') return null;
  const slots = {
    subject, found: amountText(stated.value, context.unit), expected: amountText(listed.value, context.unit),
    difference: amountText(stated.value.minus(listed.value), context.unit),
  };
  return {
    outcome: 'found', level: agreement === 'tail' ? 'hint' : 'error', refs: [of, total],
    words: words(agreement === 'tail' ? 'F07.tail' : 'F07', slots), found: slots.found, expected: slots.expected, difference: slots.difference,
  };
}

/** F17 收入支出决算总表: 政府性基金收入 ＝ 政府性基金支出 unless something was carried over, TAIL(n). */
export const fundSpending = defineCheck({
  code: 'F17', title: '政府性基金收入与支出不符', source: '政府性基金预算财政拨款收入支出决算表', level: 'warning',
  parameters: { income: field, spent: several(field), balances: several(field) },
  run: (context, { income, spent, balances }) => {
    const received = numberAt(context, refOf(income));
    const out = spent.map((each) => ({ ref: refOf(each), number: numberAt(context, refOf(each)) })).find(({ number }) => number.ok);
    if (!received.ok) return [cannotCheck(received.error, refOf(income))];
    if (!out?.number.ok) return [cannotCheck(out ? '' : `“${itemOf(context, refOf(spent[0] ?? income))}”未填`, ...spent.map(refOf))];
    const carried = balances.map(refOf).find((ref) => { const number = numberAt(context, ref); return number.ok && !number.value.isZero(); });
    if (carried) return [notApplicable(`有“${itemOf(context, carried)}”，基金收入与支出可以不等`, carried)];
    const agreement = agreementOfSides(context, { value: received.value, refs: [refOf(income)] }, { value: out.number.value, refs: [out.ref] });
    if (agreement === 'equal') return [];
    const slots = {
      found: amountText(received.value, context.unit), expected: amountText(out.number.value, context.unit),
      difference: amountText(received.value.minus(out.number.value), context.unit),
    };
    return [{
      outcome: 'found', level: agreement === 'tail' ? 'hint' : 'warning', refs: [refOf(income), out.ref],
      words: words(agreement === 'tail' ? 'F17.tail' : 'F17', slots), ...slots,
    }];
  },
});

/** F25 收入支出决算总表（公开01表）按功能分类栏: 决算数 ＝ 基本支出＋项目支出 row by row, where both are stated. TAIL(2). */
export const functionByNature = defineCheck({
  code: 'F25', title: '功能科目决算数与基本、项目支出之和不一致', source: '收入支出决算总表（公开01表）按功能分类栏', level: 'error',
  parameters: { list, total: text, stated: text, parts: several(text, 2) },
  run: (context, { list: of, total, stated, parts }) => {
    const rows = context.evaluation.rows(of);
    const ref = (row: number, id: string): CellRef => ({ list: of, row, column: id });
    if (rows.length === 0) return [cannotCheck('功能分类明细未填', ref(0, total))];
    const twice = rows.filter((row) => parts.some((part) => !isBlank(context.evaluation.item(of, row, part)))
      && (!isBlank(context.evaluation.item(of, row, stated)) || !sameCell(statedCellAt(context, ref(row, total)), context.evaluation.item(of, row, total))));
    if (twice.length === 0) return [notApplicable('各科目只填了决算数，或只填了基本支出、项目支出', ref(rows[0] ?? 0, total))];
    return twice.flatMap((row): readonly Verdict[] => {
      const at = isBlank(context.evaluation.item(of, row, stated)) ? ref(row, total) : ref(row, stated);
      const whole = statedAt(context, at);
      const computed = totalOf(context, parts.map((part) => ref(row, part)));
      if (!whole.ok) return [cannotCheck(whole.error, at)];
      if (!computed.ok) return [cannotCheck(computed.error, at)];
      const agreement = agreementOfTotal(whole.value, computed.value.value, computed.value.parts);
      if (agreement === 'equal') return [];
      const slots = {
        found: amountText(whole.value, context.unit), expected: amountText(computed.value.value, context.unit), terms: computed.value.terms,
        difference: amountText(whole.value.minus(computed.value.value), context.unit),
      };
      return [{
        outcome: 'found', level: agreement === 'tail' ? 'hint' : 'error', refs: [at, ...parts.map((part) => ref(row, part))],
        words: words(agreement === 'tail' ? 'tail' : 'F25', slots), found: slots.found, expected: slots.expected, difference: slots.difference,
      }];
    });
  },
});

/** F28 政府收支分类: an item of 严控一般性支出 equals its economic item (基本＋项目) where the list goes down to that item. TAIL(n). */
export const austerityByEconomicItem = defineCheck({
  code: 'F28', title: '严控一般性支出与经济科目不符', source: '政府收支分类科目部门预算支出经济分类', level: 'warning',
  parameters: { account: column, amount: text, items: several(group({ final: field, account: field })) },
  run: (context, { account: code, amount, items }) => {
    if (context.evaluation.rows(code.list).length === 0) return [cannotCheck('支出经济分类未填', refOf(items[0]?.final ?? ''))];
    const known = items.flatMap(({ final, account }) => {
      const name = cellText(context.evaluation.value(account)).trim();
      const stated = numberAt(context, refOf(final));
      const listed = name === '' ? null : coded(context, code, amount, (written) => written === name);
      return stated.ok && listed ? [{ final: refOf(final), name, stated: stated.value, listed }] : [];
    });
    if (known.length === 0) return [cannotCheck('支出经济分类未填到款级科目，或严控一般性支出未填', ...items.map(({ final }) => refOf(final)))];
    return known.flatMap(({ final, name, stated, listed }): readonly Verdict[] => {
      const agreement = agreementOfSides(context, { value: stated, refs: [final] }, listed);
      if (agreement === 'equal') return [];
      const slots = {
        found: amountText(stated, context.unit), expected: amountText(listed.value, context.unit), account: name,
        difference: amountText(stated.minus(listed.value), context.unit),
      };
      return [{
        outcome: 'found', level: agreement === 'tail' ? 'hint' : 'warning', refs: [final, ...listed.refs],
        words: words(agreement === 'tail' ? 'F28.tail' : 'F28', slots), found: slots.found, expected: slots.expected, difference: slots.difference,
      }];
    });
  },
});

/** F29 政府收支分类科目: 住房公积金 and 社会保险缴费 are the same by function and by economic item, TAIL(n); other payers may explain it: 提示. */
export const socialInsurance = defineCheck({
  code: 'F29', title: '社保、公积金两种分类不符', source: '政府收支分类科目功能分类与部门预算支出经济分类', level: 'hint',
  parameters: {
    functions: group({ account: column, amount: text }), economic: group({ account: column, amount: text }),
    pairs: several(group({ name: text, functions: several(text), economic: several(text) })),
  },
  run: (context, { functions, economic, pairs }) => {
    const beginsWith = (codes: readonly string[]) => (written: string): boolean => codes.some((code) => written.startsWith(code));
    const known = pairs.flatMap((pair) => {
      const [one, other] = [coded(context, functions.account, functions.amount, beginsWith(pair.functions)), coded(context, economic.account, economic.amount, beginsWith(pair.economic))];
      return one && other ? [{ name: pair.name, one, other }] : [];
    });
    if (known.length === 0) return [cannotCheck('功能分类或经济分类未填到项级、款级科目', { list: functions.account.list, row: 0, column: functions.account.column })];
    return known.flatMap(({ name, one, other }): readonly Verdict[] => {
      if (agreementOfSides(context, one, other) !== 'off') return [];
      const slots = { name, found: amountText(one.value, context.unit), expected: amountText(other.value, context.unit), difference: amountText(one.value.minus(other.value), context.unit) };
      return [{
        outcome: 'found', level: 'hint', refs: [...one.refs, ...other.refs], words: words('F29', slots), found: slots.found, expected: slots.expected, difference: slots.difference,
      }];
    });
  },
});

/** T09 部门预算支出经济分类: what basic expenditure spent on a 三公 item is part of the item's 决算数, not more, EQ; equality is not asked. */
export const threePublicInBasic = defineCheck({
  code: 'T09', title: '基本支出中“三公”科目大于“三公”决算', source: '一般公共预算财政拨款基本支出决算表与“三公”经费决算表', level: 'error',
  parameters: { account: column, amount: text, items: several(group({ final: field, account: field })) },
  run: (context, { account: code, amount, items }) => {
    if (context.evaluation.rows(code.list).length === 0) return [cannotCheck('支出经济分类未填', refOf(items[0]?.final ?? ''))];
    const known = items.flatMap(({ final, account }) => {
      const name = cellText(context.evaluation.value(account)).trim();
      const stated = numberAt(context, refOf(final));
      const listed = name === '' ? null : coded(context, code, amount, (written) => written === name);
      return stated.ok && listed ? [{ final: refOf(final), name, stated: stated.value, listed }] : [];
    });
    if (known.length === 0) return [cannotCheck('支出经济分类未填到款级科目，或“三公”经费未填', ...items.slice(0, 1).map(({ final }) => refOf(final)))];
    return known.filter(({ stated, listed }) => listed.value.gt(stated) && !equalAsShown(listed.value, stated)).map(({ final, name, stated, listed }): Verdict => {
      const slots = {
        account: name, found: amountText(listed.value, context.unit), expected: amountText(stated, context.unit), difference: amountText(listed.value.minus(stated), context.unit),
      };
      return {
        outcome: 'found', level: 'error', refs: [final, ...listed.refs], words: words('T09', slots),
        found: slots.found, expected: `不超过${slots.expected}`, difference: slots.difference,
      };
    });
  },
});

export const classificationChecks: readonly Check[] = [expenditureByEconomicItem, fundSpending, functionByNature, austerityByEconomicItem, socialInsurance, threePublicInBasic];

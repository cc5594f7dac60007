import type { CellRef } from '../evaluation/evaluate';
import { cellText, isBlank } from '../values/cell';
import { ZERO } from '../values/decimal';
import { amountText, plainAmount } from '../values/figureText';
import { cannotCheck, defineCheck, oneCheckable, type Check, type Verdict } from './check';
import { figureOf, itemOf, numberAt, refOf, sheetNameOf, statedAt, type CheckContext } from './context';
import { column, field, group, list, optional, several, text } from './parameters';
import { agreementOfSides } from './roundedParts';
import { words } from './texts';
import { equalAsShown } from '../values/tolerance';

/** A01 资产负债表: 年末数 ＝ 年初数＋增加−减少, EQ at two decimals. */
export const assetBalance = defineCheck({
  code: 'A01', title: '资产年末数与年初、增减不符', source: '行政事业性国有资产报表资产变动栏', level: 'error',
  parameters: { rows: several(group({ closing: field, opening: field, added: field, reduced: field })) },
  run: (context, { rows }) => {
    const checked = rows.map((row): readonly Verdict[] => {
      const stated = statedAt(context, refOf(row.closing));
      const [opening, added, reduced] = [numberAt(context, refOf(row.opening)), orNone(context, row.added), orNone(context, row.reduced)];
      for (const operand of [opening, added, reduced, stated]) if (!operand.ok) return [cannotCheck(operand.error, refOf(row.closing))];
      if (!stated.ok || !opening.ok || !added.ok || !reduced.ok) return [];
      const closing = opening.value.plus(added.value).minus(reduced.value);
      if (equalAsShown(stated.value, closing)) return [];
      const slots = {
        found: amountText(stated.value, context.unit), expected: amountText(closing, context.unit), difference: amountText(stated.value.minus(closing), context.unit),
        terms: `${plainAmount(opening.value)}＋${plainAmount(added.value)}－${plainAmount(reduced.value)}`,
      };
      return [{
        outcome: 'found', level: 'error', refs: [row.closing, row.opening, row.added, row.reduced].map(refOf), words: words('A01', slots),
        found: slots.found, expected: slots.expected, difference: slots.difference,
      }];
    });
    return oneCheckable(checked);
  },
});

/** A blank change is none as long as the rest is there. */
function orNone(context: CheckContext, id: string): ReturnType<typeof numberAt> {
  return isBlank(context.evaluation.value(id)) ? { ok: true, value: ZERO } : numberAt(context, refOf(id));
}

/** A02 资产与支出: money went into capital outlay (经济分类 310, 购置) but nothing was added to the assets. */
export const outlayWithoutAssets = defineCheck({
  code: 'A02', title: '有资本性支出而资产未增加', source: '行政事业性国有资产报表与支出经济分类资本性支出', level: 'warning',
  parameters: { added: field, account: column, amount: text, class: text, outlays: several(field) },
  run: (context, use) => {
    const added = numberAt(context, refOf(use.added));
    const items = context.evaluation.rows(use.account.list)
      .filter((row) => cellText(context.evaluation.item(use.account.list, row, use.account.column)).trim().startsWith(use.class))
      .map((row): CellRef => ({ list: use.account.list, row, column: use.amount }));
    const outlays = [...use.outlays.map(refOf), ...items].flatMap((ref) => { const number = numberAt(context, ref); return number.ok ? [{ ref, value: number.value }] : []; });
    if (!added.ok) return [cannotCheck(added.error, refOf(use.added))];
    if (outlays.length === 0) return [cannotCheck('资本性支出未填', ...use.outlays.map(refOf))];
    const spent = outlays.find(({ value }) => value.gt(0));
    if (!added.value.isZero() || !spent) return [];
    const slots = { item: itemOf(context, spent.ref), sheet: sheetNameOf(context, spent.ref), amount: amountText(spent.value, context.unit), found: amountText(added.value, context.unit) };
    return [{ outcome: 'found', level: 'warning', refs: [refOf(use.added), spent.ref], words: words('A02', slots), found: slots.found, expected: '大于0' }];
  },
});

/** A03 采购与重点领域: 采购预算 or 执行 above 0 ⇔ the 重点领域 says 涉及. */
export const procurementInvolved = defineCheck({
  code: 'A03', title: '政府采购情况与重点领域不符', source: '部门预算绩效评价指标体系“政府采购执行”与“重点领域”', level: 'warning',
  parameters: { amounts: several(field), involved: field, yes: text, no: text },
  run: (context, { amounts, involved, yes, no }) => {
    const chosen = cellText(context.evaluation.value(involved)).trim();
    const known = amounts.flatMap((id) => { const number = numberAt(context, refOf(id)); return number.ok ? [{ id, value: number.value }] : []; });
    if (chosen === '') return [cannotCheck(`“${itemOf(context, refOf(involved))}”未填`, refOf(involved))];
    if (known.length === 0 && chosen === yes) return [cannotCheck('政府采购预算数、执行数未填', ...amounts.map(refOf))];
    const bought = known.find(({ value }) => value.gt(0));
    if (chosen === (bought ? yes : no) || (chosen !== yes && chosen !== no)) return [];
    const refs = [refOf(involved), ...(bought ? [refOf(bought.id)] : known.map(({ id }) => refOf(id)))];
    const slots = { found: chosen, item: itemOf(context, refOf(bought?.id ?? known[0]?.id ?? involved)), amount: amountText(bought?.value ?? ZERO, context.unit) };
    return [{ outcome: 'found', level: 'warning', refs, words: words(bought ? 'A03' : 'A03.none', slots), found: chosen, expected: bought ? yes : no }];
  },
});

/** F12 报表“其中”栏: a part is not above its whole, TAIL(n) with n the typed numbers behind both; fields, and rows of lists. */
export const partAboveWhole = defineCheck({
  code: 'F12', title: '“其中”数大于总额', source: '部门决算报表“其中”栏表内关系', level: 'error',
  parameters: { pairs: several(group({ whole: field, part: field })), rows: optional(several(group({ list, whole: text, part: text }))) },
  run: (context, { pairs, rows }) => {
    const places = [
      ...pairs.map(({ whole, part }) => ({ whole: refOf(whole), part: refOf(part) })),
      ...(rows ?? []).flatMap((use) => context.evaluation.rows(use.list).map((row): { whole: CellRef; part: CellRef } => ({
        whole: { list: use.list, row, column: use.whole }, part: { list: use.list, row, column: use.part },
      }))),
    ];
    const known = places.flatMap(({ whole, part }) => {
      const [all, some] = [numberAt(context, whole), numberAt(context, part)];
      return all.ok && some.ok ? [{ whole: { value: all.value, refs: [whole] }, part: { value: some.value, refs: [part] } }] : [];
    });
    if (known.length === 0) return [cannotCheck('“其中”栏未填', ...pairs.slice(0, 1).map(({ part }) => refOf(part)))];
    return known.flatMap(({ whole, part }): readonly Verdict[] => {
      if (part.value.lte(whole.value) || agreementOfSides(context, part, whole) !== 'off') return [];
      const [at, of] = [part.refs[0], whole.refs[0]];
      if (!at || !of) return [];
      const slots = { found: figureOf(context, at, part.value), expected: figureOf(context, of, whole.value), whole: itemOf(context, of), difference: figureOf(context, at, part.value.minus(whole.value)) };
      return [{
        outcome: 'found', level: 'error', refs: [at, of], words: words('F12', slots),
        found: slots.found, expected: `不超过${slots.expected}`, difference: slots.difference,
      }];
    });
  },
});

export const assetChecks: readonly Check[] = [assetBalance, outlayWithoutAssets, procurementInvolved, partAboveWhole];

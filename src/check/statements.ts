import type { CellRef } from '../evaluation/evaluate';
import { cellText, isBlank } from '../values/cell';
import { amountText } from '../values/figureText';
import { cannotCheck, defineCheck, type Check, type Verdict } from './check';
import { itemOf, numberAt, refOf, sheetNameOf } from './context';
import { column, field, group, optional, several, text } from './parameters';
import { figuresOf, isComparable, saysTheSame } from './textFigures';
import { words } from './texts';

/**
 * T04 “三公”经费决算说明: what the texts say of an item is one of its figures in the table (决算, 预算, 上年, 增减), by name; two items
 * exchanged are told as one.
 */
export const threePublicInText = defineCheck({
  code: 'T04', title: '“三公”表与正文分项不一致', source: '“三公”经费财政拨款支出决算表与决算情况说明', level: 'error',
  parameters: { items: several(group({ name: text, figures: several(field) })), texts: several(column), notes: optional(several(field)) },
  run: (context, { items, texts, notes }) => {
    const places: readonly CellRef[] = [
      ...(notes ?? []).map(refOf), ...texts.flatMap(({ list, column: id }) => context.evaluation.rows(list).map((row): CellRef => ({ list, row, column: id }))),
    ].filter((ref) => !isBlank(context.evaluation.at(ref)));
    const known = items.flatMap(({ name, figures }) => {
      const values = figures.flatMap((id) => { const number = numberAt(context, refOf(id)); return number.ok ? [number.value] : []; });
      const [first] = values;
      return first ? [{ name, figure: refOf(figures[0] ?? ''), values, first }] : [];
    });
    if (known.length === 0) return [cannotCheck('“三公”经费决算数未填', ...items.slice(0, 1).map(({ figures }) => refOf(figures[0] ?? '')))];
    if (places.length === 0) return [cannotCheck('说明文字未填', ...(notes ?? []).slice(0, 1).map(refOf))];
    const odd = places.flatMap((place) => known.flatMap((item) => figuresOf(item.name, cellText(context.evaluation.at(place)))
      .filter((figure) => isComparable(figure, context.unit) && !item.values.some((value) => saysTheSame(figure, value, context.unit)))
      .map((figure) => ({ place, item, figure }))));
    const [one] = odd;
    if (!one) return [];
    const other = odd.find(({ item, figure }) => item !== one.item && saysTheSame(figure, one.item.first, context.unit) && saysTheSame(one.figure, item.first, context.unit));
    const told = other ? odd.filter((each) => each !== other) : odd;
    return told.map(({ place, item, figure }): Verdict => {
      const slots = {
        name: item.name, found: figure.written, expected: amountText(item.first, context.unit), where: `【${sheetNameOf(context, item.figure)}】${itemOf(context, item.figure)}`,
        other: other?.item.name ?? '',
      };
      const swapped = other !== undefined && item === one.item;
      return { outcome: 'found', level: 'error', refs: [place, item.figure], words: words(swapped ? 'T04.swapped' : 'T04', slots), found: slots.found, expected: slots.expected };
    });
  },
});

/** N11 决算公开要求: a table that holds nothing but zeros says so in words (无…，故本表无数据). */
export const emptyTableSilent = defineCheck({
  code: 'N11', title: '空表未说明', source: '部门决算公开要求（空表须说明“无…，故本表无数据”）', level: 'warning',
  parameters: { tables: several(group({ name: text, cells: several(field), said: several(field) })) },
  run: (context, { tables }) => {
    const known = tables.map((table) => ({
      ...table, numbers: table.cells.flatMap((id) => { const number = numberAt(context, refOf(id)); return number.ok ? [number.value] : []; }),
    })).filter(({ numbers }) => numbers.length > 0);
    if (known.length === 0) return [cannotCheck('各表均未填', ...tables.slice(0, 1).map(({ cells }) => refOf(cells[0] ?? '')))];
    return known.filter(({ numbers, said }) => numbers.every((value) => value.isZero()) && said.every((id) => isBlank(context.evaluation.value(id)))).map(({ name, cells, said }): Verdict => {
      const place = refOf(said[0] ?? '');
      return {
        outcome: 'found', level: 'warning', refs: [place, ...cells.map(refOf)], words: words('N11', { name, place: itemOf(context, place) }), found: '全为0', expected: '一句说明',
      };
    });
  },
});

export const statementChecks: readonly Check[] = [threePublicInText, emptyTableSilent];

import { labelOf, type CellRef } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';

/** Tells cells in words as the report's 【待填：…】 names them. */
export type ItemLabels = (ref: CellRef) => string;

/**
 * 项目 in words: 基本支出年初预算数. A row named alike in several tables comes with the name of its table (收入合计决算数),
 * a list cell with the name of its list.
 */
export function itemLabels(form: Form): ItemLabels {
  const tables = new Map<string, Set<string>>();
  for (const { label, block } of form.fields.values()) tables.set(rowOf(label), (tables.get(rowOf(label)) ?? new Set()).add(block));
  const names = new Map(form.pack.sheets.flatMap((sheet) => sheet.blocks).flatMap((block) => ('name' in block ? [[block.id, block.name]] : [])));
  const tableOf = (ref: CellRef): string => {
    if ('list' in ref) return names.get(ref.list) ?? '';
    const field = form.fields.get(ref.field);
    if (!field?.label.includes('·') || (tables.get(rowOf(field.label))?.size ?? 0) < 2) return '';
    return names.get(field.block) ?? '';
  };
  return (ref) => `${tableOf(ref)}${labelOf(form, ref).replaceAll('·', '')}`;
}

/** 合计 of 合计·决算数. */
function rowOf(label: string): string {
  return label.split('·')[0] ?? label;
}

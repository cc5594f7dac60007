import { labelOf, type CellRef } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';

/** 项目 in words as the report's 【待填：…】 names it: 基本支出年初预算数. */
export function itemLabel(form: Form, ref: CellRef): string {
  return labelOf(form, ref).replaceAll('·', '');
}

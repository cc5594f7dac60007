/** One thing wrong with what a bureau typed on 模板设置 or 单位名册: where, what was found, what was expected, how it should look. */
export interface SettingFault {
  /** Tab name and A1 address now; null when the fault belongs to no cell of the workbook, then `what` names the place in the pack. */
  readonly place: { readonly sheet: string; readonly address: string } | null;
  /** Item in words, e.g. 自定义规则第2行·公式. */
  readonly what: string;
  readonly found: string;
  readonly expected: string;
  readonly example?: string;
}

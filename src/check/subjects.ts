/** What the checks of a letter of the catalogue are about, in its order; U: the bureau's own rules, V: what was typed and the sheets themselves. */
const SUBJECTS: readonly (readonly [letter: string, name: string])[] = [
  ['F', '收支勾稽'], ['R', '比率与增减'], ['T', '三公经费'], ['I', '指标与得分'], ['N', '人员与文字'], ['A', '资产与采购'], ['P', '人均水平'],
  ['S', '签章与上报'], ['U', '财政自定义规则'], ['V', '填写与表样'],
];

const OTHER = '其他';

/** Names of the subjects in the order of the catalogue. */
export const subjectNames: readonly string[] = [...SUBJECTS.map(([, name]) => name), OTHER];

/** What a check is about, by its code; 其他 for a letter that is not in the catalogue. */
export function subjectOf(code: string): string {
  return SUBJECTS.find(([letter]) => code.startsWith(letter))?.[1] ?? OTHER;
}

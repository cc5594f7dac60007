import type { IssuedTemplate } from './issueTemplates';

export const DISTRIBUTION_LIST = '分发清单.csv';

/** UTF-8 mark: without it Excel takes Chinese for another encoding. */
const MARK = '\ufeff';

/** 分发清单: which file is whose and whom to send it to, as a table any program opens. No cell becomes a formula. */
export function distributionList(templates: readonly IssuedTemplate[]): string {
  const lists = [...new Set(templates.flatMap(({ rows }) => rows.map(({ list }) => list)))];
  const lines = templates.map(({ code, name, contact, phone, fileName, rows }, index) => [
    String(index + 1), code, name, contact, phone, fileName, ...lists.map((list) => String(rows.find((each) => each.list === list)?.count ?? 0)),
  ]);
  return `${MARK}${[['序号', '单位编码', '单位名称', '联系人', '联系电话', '文件名', ...lists.map((list) => `预填${list}行数`)], ...lines]
    .map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Excel runs a csv cell that begins like a formula, also behind blanks: an apostrophe keeps it a text. */
function csvCell(text: string): string {
  const plain = text.replaceAll(/[\r\n\t]+/g, ' ');
  const safe = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠]/.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

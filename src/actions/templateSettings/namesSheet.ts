import type { Form } from '../../evaluation/form';
import { formulaNames } from '../../evaluation/ownRules/ownRule';
import type { SheetForm } from '../../pack/pack';

/** 可用名称: every name that formulas of own rules may use, with its form and item, to be looked up and copied. */
export function namesSheet(forms: Form): SheetForm {
  const given = [...formulaNames(forms.fields, forms.lists)].flatMap(([name, { operand, heading }]) => {
    const field = operand.at === 'field' ? forms.fields.get(operand.id) : undefined;
    const list = operand.at === 'column' ? forms.lists.get(operand.list) : undefined;
    const sheet = forms.sheets.get(field?.sheet ?? list?.sheet ?? '');
    return !sheet || sheet.visibility === 'hidden' ? [] : [{ name, sheet: sheet.name, item: field?.label ?? `${heading ?? ''}（整列）` }];
  });
  return {
    id: 'settingsNames', name: '可用名称', title: '自定义规则可用的名称',
    blocks: [
      { type: 'text', id: 'settingsNamesNote', lines: ['名称复制到“自定义规则”的公式里。标“整列”的放在 SUM、MAX、COUNTIF 等函数里，如 =SUM(项目_执行数)<=支出_合计_决算数。'] },
      {
        type: 'list', id: 'settingsNames', name: '可用名称', room: Math.max(1, given.length), identifiedBy: 'name', output: true, given,
        columns: [
          { id: 'name', label: '名称', content: 'text', entry: 'given', width: 44 }, { id: 'sheet', label: '所在表', content: 'text', entry: 'given', width: 20 },
          { id: 'item', label: '项目', content: 'text', entry: 'given', width: 36 },
        ],
      },
    ],
  };
}

import type { Pack } from '../../pack/pack';
import type { Draft, PackPath } from './draft';
import { filledRows, NO, settingsList, settingsTable, YES, YES_OR_NO, type Setting, type SettingsTable } from './settingsTable';
import { UNIT_FIELDS } from '../../evaluation/unitFields';

const DOCUMENTS = 'setDocuments';

function text(label: string, value: string, path: PackPath, more: Partial<Setting> = {}): Setting {
  return {
    label, content: 'text', value, required: true, ...more,
    read: (draft, field) => { draft.put(path, draft.textOf({ field }), { field }); },
  };
}

/** 基本信息. The year evaluated is also given to the field of the forms that shows it. */
export const basicTable: SettingsTable = settingsTable('setBasic', '设置基本信息', '基本信息', (pack) => [
  text('模板名称', pack.title, ['title']),
  text('适用地区', pack.jurisdiction, ['jurisdiction']),
  { label: '评价年度', content: 'count', value: pack.year, required: true, hint: '评价哪一年，不是填报的年份。', read: (draft, field) => { readYear(pack, draft, field); } },
  text('版本', pack.version, ['version'], { hint: '改了模板就换一个版本，如 2024.1。' }),
  text('模板编号', pack.id, ['id'], { hint: '小写字母、数字和连字符，如 某县-2024 写 mouxian-2024；与别的模板不同。' }),
  text('报告标题', pack.report.title, ['report', 'title']),
]);

function readYear(pack: Pack, draft: Draft, field: string): void {
  const ref = { field };
  const written = draft.written(ref, 'count');
  if (written === null) return;
  if (!/^20\d\d$/.test(written)) {
    draft.fault(ref, written, '2000 至 2099 的年份', '2024');
    return;
  }
  draft.put(['year'], Number(written), ref);
  const shown = fieldPath(pack, UNIT_FIELDS.year);
  if (shown) draft.put([...shown, 'value'], Number(written), ref);
}

/** Path of a single field in the pack. */
function fieldPath(pack: Pack, id: string): PackPath | null {
  for (const [s, sheet] of pack.sheets.entries()) {
    for (const [b, block] of sheet.blocks.entries()) {
      if (block.type !== 'fields') continue;
      const f = block.fields.findIndex((field) => `${block.id}.${field.id}` === id);
      if (f >= 0) return ['sheets', s, 'blocks', b, 'fields', f];
    }
  }
  return null;
}

/** 文件依据: notice and norms with their numbers. */
export const documentsTable: SettingsTable = {
  block: (pack) => settingsList(DOCUMENTS, '设置文件依据', '文件依据', Math.max(12, pack.documents.length + 6), 'name', [
    { id: 'name', label: '文件名称', content: 'text', entry: 'typed', width: 36, required: true },
    { id: 'number', label: '文号', content: 'text', entry: 'typed', width: 24, hint: '没有文号的留空。' },
    { id: 'source', label: '来源', content: 'text', entry: 'typed', width: 30, required: true },
    { id: 'confirmed', label: '已核实', content: 'choice', entry: 'typed', choices: YES_OR_NO, width: 12 },
    { id: 'id', label: '文件编号', content: 'text', entry: 'typed', width: 14, hint: '新增的可留空。' },
  ], pack.documents.map(({ name, number, source, confirmed, id }) => ({ name, number, source, confirmed: confirmed ? YES : NO, id }))),
  read: (_pack, draft) => {
    const rows = filledRows(draft, DOCUMENTS);
    const ids = new Set(rows.map((row) => draft.textOf({ list: DOCUMENTS, row, column: 'id' })));
    draft.put(['documents'], rows.map((row, i) => {
      const text = (column: string): string => draft.textOf({ list: DOCUMENTS, row, column });
      for (const column of ['name', 'number', 'source', 'id']) draft.origin(['documents', i, column], { list: DOCUMENTS, row, column });
      const id = text('id') === '' ? freeId(ids, i + 1) : text('id');
      ids.add(id);
      return { id, name: text('name'), number: text('number'), source: text('source'), confirmed: text('confirmed') === YES };
    }), { list: DOCUMENTS, row: 0, column: 'name' });
  },
};

function freeId(taken: ReadonlySet<string>, from: number): string {
  let number = from;
  while (taken.has(`document${number}`)) number += 1;
  return `document${number}`;
}

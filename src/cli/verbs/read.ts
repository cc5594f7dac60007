import { workbookContents, type CellContents, type WorkbookContents } from '../../actions/workbookContents';
import { dataFromEntries } from '../../evaluation/entries';
import { evaluate } from '../../evaluation/evaluate';
import type { Form } from '../../evaluation/form';
import { ok } from '../../values/result';
import { openWorkbookFile } from '../openWorkbookFile';
import { jsonText, printable } from '../terminal';
import { DONE, type Verb } from '../verb';

/** Everything a workbook holds, by id. */
export const read: Verb = {
  name: 'read',
  about: '读出工作簿里填报、模板带出和计算的全部数据',
  argument: { name: '文件.xlsx', about: '用套表填报的工作簿', required: true },
  options: {
    json: { value: null, about: '以 JSON 输出全部字段和清单' },
    data: { value: null, about: '只输出填报数，格式同数据文件，可再交给 build --data' },
  },
  more: [
    'JSON：{pack, packVersion, fields: {字段id: 格}, lists: {清单id: {label, columns, rows: [{row, key, cells: {列id: 格}}]}}}',
    '格：{type, value, text}；字段另有 label、entry（typed 填、given 带、computed 算）、sheet、cell。',
    'type：blank 空、number、date、text、truth、error、lost（格已不在）；value 是十进制数字文本、yyyy-mm-dd 或文字，空格为 null。',
    '计算格的 value 是按规则算得的数；工作簿里显示的不同时，另有 shown。',
  ],
  run: async ({ argument, switches }, terminal) => {
    const opened = await openWorkbookFile(argument ?? '', terminal);
    if (!opened.ok) return opened;
    const { pack: { form }, reading } = opened.value;
    if (switches.has('data')) {
      terminal.out(jsonText(dataFromEntries(form, reading.entries)));
      return ok(DONE);
    }
    terminal.stage('正在计算');
    const contents = workbookContents(evaluate(form, reading.entries), reading);
    terminal.out(switches.has('json') ? jsonText(contents) : printable(lines(form, contents).join('\n')));
    return ok(DONE);
  },
};

/** Filled cells, sheet by sheet. */
function lines(form: Form, contents: WorkbookContents): readonly string[] {
  const text = (cell: CellContents): string => `${cell.text}${cell.shown === undefined ? '' : `（工作簿显示 ${cell.shown}）`}`;
  return [...form.sheets.values()].filter(({ visibility }) => visibility !== 'hidden').flatMap((sheet) => {
    const fields = [...form.fields.values()].flatMap((field) => {
      const cell = contents.fields[field.id];
      if (field.sheet !== sheet.id || !cell || cell.type === 'blank') return [];
      return [`  ${field.label}：${cell.type === 'lost' ? '（格已不在）' : text(cell)}`];
    });
    const lists = [...form.lists.values()].filter((list) => list.sheet === sheet.id).flatMap((list) => {
      const found = contents.lists[list.id];
      return (found?.rows ?? []).map(({ row, cells }) => `  ${list.name}第${row}行：${[...list.columns.values()].flatMap((column) => {
        const cell = cells[column.id];
        return cell && !column.form.hidden ? [`${column.label} ${text(cell)}`] : [];
      }).join('，')}`);
    });
    return fields.length + lists.length > 0 ? [`【${sheet.name}】`, ...fields, ...lists] : [];
  });
}

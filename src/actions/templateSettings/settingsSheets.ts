import type { Block, Pack, SheetForm } from '../../pack/pack';
import { basicTable, documentsTable } from './basicTables';
import { checksTable, rulesTable, schemeTables, thresholdsTable } from './checkTables';
import { givenSourcesTable, givenTable, roomTable, sharedListTables, textTable } from './formTables';
import { groupsTable, naturesTable, subgroupsTable } from './indicatorTables';
import { bandTables, ruleFiguresTable } from './ruleTables';
import { scalesTable, stepsTable } from './scaleTables';
import { bandsTable, gradesTable, scoringTable } from './scoringTables';
import type { SettingsTable } from './settingsTable';

interface SettingsSheet {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly tables: readonly SettingsTable[];
}

/** The sheets of 模板设置 and the tables on each. */
function sheetsOf(pack: Pack): readonly SettingsSheet[] {
  return [
    {
      id: 'settings', name: '模板设置', tables: [basicTable, scoringTable, bandsTable, gradesTable, givenTable, givenSourcesTable, documentsTable, roomTable],
      note: '财政局在“模板设置”各表修改本县的模板：改黄色格，清空一行即删除。改完用助手的“模板方案”或终端 pack check 检查，再生成下发的套表。下发的套表里没有这些表。',
    },
    { id: 'settingsIndicators', name: '模板设置（指标）', tables: [groupsTable, subgroupsTable, ...sharedListTables(pack)], note: '各单位相同的行写在这里；各单位不同的写在单位名册。每项指标都填了权重的，合计须等于“指标权重合计应为”。' },
    {
      id: 'settingsScoring', name: '模板设置（计分）', tables: [naturesTable, scalesTable, stepsTable, ruleFiguresTable, ...bandTables(pack), ...schemeTables(pack)],
      note: '指标性质、定性量表、扣分和分档的标准、一级指标的权重。凡有数的都写明来源和是否已核实，计分依据照此显示。',
    },
    { id: 'settingsChecks', name: '模板设置（校验）', tables: [rulesTable, thresholdsTable, checksTable], note: '自定义规则写成公式：名称、数、运算符和 SUM、IF、AND 等函数，如 =支出_基本支出_决算数<=收入_合计_决算数；缺数时不下结论。' },
    { id: 'settingsTexts', name: '模板设置（文字）', tables: [textTable], note: '各表的标签名不超过31个字，不能重复。' },
  ];
}

/** All tables of 模板设置 of a pack. */
export function settingsTables(pack: Pack): readonly SettingsTable[] {
  return sheetsOf(pack).flatMap(({ tables }) => tables);
}

/** The sheets of 模板设置, filled with the pack's present values. */
export function settingsSheets(pack: Pack): readonly SheetForm[] {
  return sheetsOf(pack).map(({ id, name, note, tables }): SheetForm => ({
    id, name, title: name, orientation: 'landscape',
    blocks: [{ type: 'text', id: `${id}Note`, lines: [note] }, ...tables.flatMap((table): Block[] => { const block = table.block(pack); return block ? [block] : []; })],
  }));
}

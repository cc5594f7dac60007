import fc from 'fast-check';
import type { Entries, EntryRow } from '../../src/evaluation/evaluate';
import { blankEntries, rowKey } from '../../src/evaluation/entries';
import type { Form, ListForm } from '../../src/evaluation/form';
import type { CellForm } from '../../src/pack/pack';
import { BLANK, numberCell, textCell, type CellValue } from '../../src/values/cell';

/** Typed values as clerks type them: right ones mostly, blanks and zeros often, nonsense sometimes. */
export function randomEntries(form: Form): fc.Arbitrary<Entries> {
  const blank = blankEntries(form);
  const typed = [...form.fields.values()].filter((field) => !field.rule && !blank.fields.has(field.id));
  const fields = fc.tuple(...typed.map((field) => typedCell(field.form))).map((cells) =>
    new Map([...blank.fields, ...typed.map((field, index): [string, CellValue] => [field.id, cells[index] ?? BLANK])]));
  const lists = [...form.lists.values()].filter((list) => !list.block.output && !list.block.given && list.block.fill === undefined);
  const rows = fc.tuple(...lists.map((list) => listRows(form, list)));
  return fc.tuple(fields, rows).map(([values, filled]): Entries => ({
    fields: values,
    lists: new Map([...blank.lists, ...lists.map((list, index): [string, readonly EntryRow[]] => [list.id, filled[index] ?? []])]),
  }));
}

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9_999_999 }).map((cents) => numberCell((cents / 100).toFixed(2))) },
  { weight: 2, arbitrary: fc.constant(numberCell(0)) },
  { weight: 4, arbitrary: fc.constant(BLANK) },
  { weight: 1, arbitrary: fc.integer({ min: -99_999, max: -1 }).map((cents) => numberCell((cents / 100).toFixed(2))) },
  { weight: 1, arbitrary: fc.constantFrom('227.39万元', '约三百', '２２７．３９', ' ', '无', '1,234.5x').map(textCell) },
);

function typedCell(cell: CellForm): fc.Arbitrary<CellValue> {
  switch (cell.content) {
    case 'amount': return amount;
    case 'rate': return fc.oneof(fc.constant(BLANK), fc.integer({ min: 0, max: 1500 }).map((n) => numberCell((n / 1000).toFixed(3))), fc.constant(textCell('70%')));
    case 'count': case 'number': case 'score': return fc.oneof(fc.constant(BLANK), fc.constant(numberCell(0)), fc.integer({ min: 1, max: 60 }).map((n) => numberCell(n)), fc.constant(textCell('若干')));
    case 'choice': return fc.oneof(fc.constant(BLANK), fc.constantFrom(...('list' in (cell.choices ?? {}) ? (cell.choices as { list: readonly string[] }).list : ['其他'])).map(textCell), fc.constant(textCell('不在清单里')));
    case 'date': return fc.oneof(fc.constant(BLANK), fc.integer({ min: 44_000, max: 46_000 }).map((n) => numberCell(n)));
    case 'text': case 'longText': return fc.oneof(fc.constant(BLANK), fc.constantFrom('渠', '一段文字', '“引号”与 % 号', '多\n行').map(textCell));
  }
}

function listRows(form: Form, list: ListForm): fc.Arbitrary<readonly EntryRow[]> {
  const columns = [...list.columns.values()].filter((column) => !column.rule);
  const any = fc.tuple(...columns.map((column) => column.id === 'code' ? fc.constantFrom('201', '208', '229', '999').map(textCell) : typedCell(column.form)))
    .map((cells) => new Map(columns.map((column, index): [string, CellValue] => [column.id, cells[index] ?? BLANK])));
  const row = list.id === form.pack.assessment.list
    ? fc.tuple(any, indicatorRow(form)).map(([cells, indicator]) => new Map([...cells, ...indicator].filter(([column]) => cells.has(column))))
    : any;
  return fc.array(row, { maxLength: Math.min(list.block.room, 24) }).map((rows) =>
    rows.map((cells, index): EntryRow => ({ key: rowKey(index), cells: new Map([...cells].filter(([, cell]) => cell.kind !== 'blank')) })));
}

/** Indicators of every nature: targets and actual values that fit, nearly fit, and do not. */
function indicatorRow(form: Form): fc.Arbitrary<ReadonlyMap<string, CellValue>> {
  const { natures, scales, tree } = form.pack.assessment;
  const quantity = fc.oneof(fc.constantFrom('0', '1', '95', '96', '100', '-5', '3.5'), fc.integer({ min: -20, max: 3000 }).map((n) => String(n / 10)));
  const actual = fc.oneof(
    quantity, quantity.map((text) => `${text}%`), fc.constantFrom('', '9６％', '完成', '≥95', '约300', '1/2', '无', '不适用', '23家', '1,234', ' 95 ', '2023-12-20', '2023年11月', '好', '坏', '较好', '高', '中', '低', '是', '否'),
  );
  const target = fc.oneof(quantity, fc.constantFrom('', '80~90', '90-80', '5～8', '2023年12月', '2023-12-31', '约100', '≥95%', '不超过3次', '>0', '有效提升'), fc.constantFrom(...scales.map((scale) => scale.name)));
  return fc.record({
    level1: fc.constantFrom(...tree.map((group) => group.name)).map(textCell),
    level2: fc.constantFrom('数量指标', '质量指标').map(textCell),
    level3: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('某指标', '群众满意度').map(textCell) }, { weight: 1, arbitrary: fc.constant(BLANK) }),
    nature: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...natures.flatMap((nature) => [nature.name, ...nature.synonyms])).map(textCell) }, { weight: 1, arbitrary: fc.constantFrom('', '随意').map(textCell) }),
    target: target.map(textCell),
    unit: fc.constantFrom('', '%', '百分比', '家', '次').map(textCell),
    weight: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 20 }).map((n) => numberCell(n)) }, { weight: 1, arbitrary: fc.constantFrom(BLANK, numberCell(0), numberCell('2.5'), textCell('五')) }),
    actual: fc.oneof({ weight: 9, arbitrary: actual.map(textCell) }, { weight: 1, arbitrary: fc.constantFrom(numberCell('0.96'), numberCell(96), numberCell(1)) }),
    direction: fc.constantFrom('', '', '正向', '反向').map(textCell),
    applicable: fc.constantFrom('', '', '', '适用', '不适用').map(textCell),
    qualitativeRate: fc.oneof({ weight: 3, arbitrary: fc.constant(BLANK) }, { weight: 1, arbitrary: fc.constantFrom(numberCell('0.7'), numberCell('0.9'), numberCell('1.2'), textCell('70%')) }),
    deduction: fc.oneof({ weight: 4, arbitrary: fc.constant(BLANK) }, { weight: 1, arbitrary: fc.constantFrom(numberCell(1), numberCell('0.5'), numberCell(50), textCell('一分')) }),
  }).map((cells) => new Map(Object.entries(cells)));
}

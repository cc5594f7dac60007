import { unsourced, type PackFault } from '../pack/fault';
import type { Block, CellForm, Choices, ListBlock, MatrixBlock, MatrixRow, Pack, RuleUse, SheetForm } from '../pack/pack';
import { writeOutCopies } from '../pack/perRow';
import { offeredWords } from '../pack/vocabulary';
import { decimal, sum } from '../values/decimal';
import { definedName } from './form';
import { matrixCell } from './matrix';
import { givesFigures } from './givenFigures';
import { cellFault } from './readData';
import { ruleKinds } from './rules';

/** Tab names that Excel keeps for itself, and the one that holds the pack. */
const RESERVED_TABS: ReadonlySet<string> = new Set(['history', '历史记录', '_绩效助手']);
const LONGEST_TAB = 31;
const WEIGHT = 'weight';

/**
 * What the parts of a pack say of each other, beyond shape and rules: ids used twice, names Excel refuses, rows and columns that are
 * not there, values that do not fit their cells, weights that do not sum, grades out of order. Every fault at once.
 */
export function packMeaning(pack: Pack): readonly PackFault[] {
  return new Meaning(pack).run();
}

class Meaning {
  private readonly faults: PackFault[] = [];
  /** Columns by list. */
  private readonly lists: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(private readonly pack: Pack) {
    this.lists = new Map(pack.sheets.flatMap((sheet) => sheet.blocks.flatMap((block) => (block.type === 'list' ? [[block.id, new Set(block.columns.map(({ id }) => id))] as const] : []))));
  }

  run(): readonly PackFault[] {
    const { pack } = this;
    this.tabs();
    this.twice(pack.sheets.map(({ id }, s) => [`sheets[${s}].id`, id]), '不重复的表 id');
    this.twice(pack.sheets.flatMap((sheet, s) => sheet.blocks.flatMap((block, b) => (block.type === 'text' ? [] : [[`sheets[${s}].blocks[${b}].id`, block.id] as const]))), '全簿不重复的块 id');
    this.twice(pack.sheets.flatMap((sheet, s) => (sheet.identities ?? []).map(({ id }, i) => [`sheets[${s}].identities[${i}].id`, id] as const)), '全簿不重复的勾稽关系 id');
    const hasSelfCheck = pack.sheets.some(({ blocks }) => blocks.some(({ type }) => type === 'selfCheck'));
    pack.sheets.forEach(({ identities = [] }, s) => { if (identities.length > 0 && !hasSelfCheck) this.fault(`sheets[${s}].identities`, `${identities.length}条`, '有勾稽关系的，模板包须有自检表（selfCheck 块）'); });
    this.twice(pack.documents.map(({ id }, i) => [`documents[${i}].id`, id]), '不重复的文件 id');
    pack.sheets.forEach((sheet, s) => sheet.blocks.forEach((block, b) => this.block(block, `sheets[${s}].blocks[${b}]`)));
    this.assessment();
    this.report();
    return this.faults;
  }

  private fault(path: string, found: string, expected: string, example?: string): void {
    this.faults.push({ path, found, expected, ...(example === undefined ? {} : { example }) });
  }

  /** Excel does not tell upper from lower case in names of sheets, and its names are ours without punctuation. */
  private tabs(): void {
    const { pack, origins } = writeOutCopies(this.pack);
    const path = (s: number): string => `sheets[${origins[s] ?? s}].name`;
    pack.sheets.forEach(({ name }, s) => {
      if (name.length > LONGEST_TAB) this.fault(path(s), name, `不超过${LONGEST_TAB}个字`);
      if (RESERVED_TABS.has(name.toLowerCase())) this.fault(path(s), name, '别的标签名，这个名称由 Excel 或本程序占用');
      if (name.trim() !== name) this.fault(path(s), `“${name}”`, '前后没有空格的标签名');
      if (definedName(name) === '') this.fault(path(s), name, '含有汉字、字母或数字的标签名');
    });
    this.twice(pack.sheets.map(({ name }, s) => [path(s), name.toLowerCase()]), '不重复的标签名（不分大小写）');
    const tabs = new Set(pack.sheets.map(({ name }) => name.toLowerCase()));
    // Told above where they are alike as they stand.
    if (tabs.size === pack.sheets.length) this.twice(pack.sheets.map(({ name }, s) => [path(s), definedName(name).toLowerCase()]), '去掉标点后也不重复的标签名');
  }

  private twice(ids: readonly (readonly [string, string])[], expected: string): void {
    const seen = new Set<string>();
    for (const [path, id] of ids) {
      if (id !== '' && seen.has(id)) this.fault(path, id, expected);
      seen.add(id);
    }
  }

  private block(block: Block, path: string): void {
    if (givesFigures(block) && !('sourced' in block)) this.faults.push(unsourced(path));
    switch (block.type) {
      case 'text': case 'selfCheck': return;
      case 'progress': this.column(block.offices, `${path}.offices`); return;
      case 'fields': block.fields.forEach((field, f) => this.cell(field, `${path}.fields[${f}]`)); return;
      case 'grid': block.rows.forEach((row, r) => row.cells.forEach(({ field }, c) => { if (field) this.cell(field, `${path}.rows[${r}].cells[${c}].field`); })); return;
      case 'matrix': this.matrix(block, path); return;
      case 'list': this.list(block, path); return;
    }
  }

  private matrix(block: MatrixBlock, path: string): void {
    const columns = new Set(block.columns.map(({ id }) => id));
    this.twice(block.rows.map(({ id }, r) => [`${path}.rows[${r}].id`, id]), '本块不重复的行 id');
    this.twice(block.columns.map(({ id }, c) => [`${path}.columns[${c}].id`, id]), '本块不重复的列 id');
    block.rows.forEach((row, r) => {
      this.among(row.only ?? [], columns, `${path}.rows[${r}].only`, '本块的一个列 id');
      for (const column of Object.keys(row.cells ?? {})) {
        if (!columns.has(column)) this.fault(`${path}.rows[${r}].cells.${column}`, column, '本块的一个列 id');
        else this.exception(block, row, column, `${path}.rows[${r}].cells.${column}`);
      }
    });
    block.columns.forEach((column, c) => {
      this.contents(column, `${path}.columns[${c}]`);
      this.rule(column.rule, `${path}.columns[${c}].rule`);
    });
  }

  /** Figures that a document lays down say which. */
  private rule(rule: RuleUse | undefined, path: string): void {
    const kind = ruleKinds.get(rule?.kind ?? '');
    if (!rule || !kind) return;
    if (rule.sourced === undefined && Object.keys(kind.figures ?? {}).some((member) => rule[member] !== undefined)) this.faults.push(unsourced(path));
    if ('scale' in kind.parameters && typeof rule['scale'] === 'string') this.scale(rule['scale'], `${path}.scale`);
  }

  private exception(block: MatrixBlock, row: MatrixRow, column: string, path: string): void {
    const cell = matrixCell(block, row.id, column);
    if (row.cells?.[column]?.rule && cell.entry !== 'computed') this.ruleless(cell, path);
    this.rule(row.cells?.[column]?.rule, `${path}.rule`);
    this.contents(cell, path);
  }

  private list(block: ListBlock, path: string): void {
    this.twice(block.columns.map(({ id }, c) => [`${path}.columns[${c}].id`, id]), '本清单不重复的列 id');
    block.columns.forEach((column, c) => {
      if (column.entry === 'computed' && column.rule === undefined) this.fault(`${path}.columns[${c}].rule`, '无', '计算格须写规则', '{"kind":"ratio","numerator":"executed","denominator":"budget"}');
      this.cell(column, `${path}.columns[${c}]`);
    });
    const columns = new Map(block.columns.map((column) => [column.id, column]));
    (block.given ?? []).forEach((row, r) => {
      for (const [id, value] of Object.entries(row)) {
        const column = columns.get(id);
        const place = `${path}.given[${r}].${id}`;
        if (!column) this.fault(place, id, '本清单的一个列 id');
        else if (column.entry === 'computed') this.fault(place, String(value), '不填写：这一列由公式计算');
        else this.value(column, value, place);
      }
      if (String(row[block.identifiedBy] ?? '') === '') this.fault(`${path}.given[${r}]`, '无', `填写 ${block.identifiedBy}（没有这一列的行不算一行）`);
    });
    for (const [column, rule] of Object.entries(block.totals ?? {})) this.rule(rule, `${path}.totals.${column}`);
    if (block.id === this.pack.assessment.list) this.weights(block, path);
  }

  private weights({ given = [], columns }: ListBlock, path: string): void {
    if (given.length === 0 || columns.every(({ id }) => id !== WEIGHT)) return;
    const weights = given.map((row) => String(row[WEIGHT] ?? ''));
    const filled = weights.filter((weight) => weight !== '');
    if (filled.length === 0 || filled.some((weight) => !/^-?\d+(\.\d+)?$/.test(weight))) return;
    const total = sum(filled.map((weight) => decimal(weight)));
    const due = decimal(this.pack.assessment.weightTotal);
    if (filled.length < given.length) this.fault(`${path}.given[${weights.indexOf('')}].${WEIGHT}`, '无', '每项指标都填权重，或都不填');
    else if (!total.eq(due)) this.fault(`${path}.given`, `权重合计${total.toFixed()}`, `权重合计${due.toFixed()}`);
  }

  private cell(cell: CellForm, path: string): void {
    if (cell.rule && cell.entry !== 'computed') this.ruleless(cell, path);
    this.rule(cell.rule, `${path}.rule`);
    this.contents(cell, path);
  }

  private ruleless({ entry }: CellForm, path: string): void {
    this.fault(`${path}.rule`, entry, '只有计算格（entry 为 computed）写规则');
  }

  private contents(cell: CellForm, path: string): void {
    if (cell.content === 'choice' && cell.entry !== 'computed' && cell.entry !== 'none' && cell.choices === undefined) this.fault(`${path}.choices`, '无', '选项格须写选项', '{"list":["是","否"]}');
    if (cell.choices) this.choices(cell.choices, path);
    if (cell.value !== undefined) this.value(cell, cell.value, `${path}.value`);
  }

  private choices(choices: Choices, path: string): void {
    if ('from' in choices) this.column(choices.from, `${path}.choices.from`);
    else if ('scale' in choices) this.scale(choices.scale, `${path}.choices.scale`);
    else if ('list' in choices) this.twice(choices.list.map((word, i) => [`${path}.choices.list[${i}]`, word]), '不重复的选项');
  }

  private value(cell: CellForm, value: string | number, path: string): void {
    const words = cell.choices && offeredWords(cell.choices, this.pack.assessment);
    const fault = cellFault(words ? { ...cell, choices: { list: words } } : cell, value);
    if (fault) this.fault(path, String(value), fault.expected.replace(/^是/, ''));
  }

  private scale(name: string, path: string): void {
    const { scales } = this.pack.assessment;
    if (!scales.some((scale) => scale.name === name)) this.fault(path, name, `一个量表：${scales.map((scale) => scale.name).join('、')}`);
  }

  private column(text: string, path: string): void {
    const [list = '', id = ''] = text.split('.');
    if (!this.lists.get(list)?.has(id)) this.fault(path, text, '本模板的一个清单列：清单.列', 'offices.name');
  }

  private among(given: readonly string[], known: ReadonlySet<string>, path: string, expected: string): void {
    given.forEach((id, i) => { if (!known.has(id)) this.fault(`${path}[${i}]`, id, expected); });
  }

  /** Names and synonyms of a kind: none is used twice. */
  private spellings(named: readonly { readonly name: string; readonly synonyms: readonly string[] }[], path: string, expected: string): void {
    this.twice(named.flatMap(({ name, synonyms }, i) => [[`${path}[${i}].name`, name] as const, ...synonyms.map((word, w) => [`${path}[${i}].synonyms[${w}]`, word] as const)]), expected);
  }

  private assessment(): void {
    const { list, natures, scales, tree, grades } = this.pack.assessment;
    if (!this.lists.has(list)) this.fault('assessment.list', list, '本模板的一个清单 id', 'indicators');
    this.spellings(natures, 'assessment.natures', '只属于一种性质的写法');
    this.spellings(scales, 'assessment.scales', '不重复的量表名称、别名');
    this.spellings(tree, 'assessment.tree', '不重复的一级指标、别名');
    tree.forEach(({ children }, i) => this.spellings(children, `assessment.tree[${i}].children`, '本一级指标下不重复的二级指标、别名'));
    const groups = new Set(tree.map(({ name }) => name));
    scales.forEach(({ ambiguousIn, steps }, i) => {
      this.among(ambiguousIn, groups, `assessment.scales[${i}].ambiguousIn`, '一个一级指标');
      this.spellings(steps, `assessment.scales[${i}].steps`, '本量表不重复的档次、别名');
    });
    this.twice(grades.map(({ name }, i) => [`assessment.grades[${i}].name`, name]), '不重复的等级名称');
    scales.forEach(({ steps }, i) => steps.forEach(({ low, high }, s) => {
      if (decimal(low).gt(high)) this.fault(`assessment.scales[${i}].steps[${s}]`, `${low} 至 ${high}`, '下限不高于上限');
    }));
    grades.forEach(({ from }, i) => {
      const above = grades[i - 1];
      if (above && decimal(from).gte(above.from)) this.fault(`assessment.grades[${i}].from`, from, `低于上一等级的${above.from}，等级由高到低排列`);
    });
    const last = grades.at(-1);
    if (last && !decimal(last.from).isZero()) this.fault(`assessment.grades[${grades.length - 1}].from`, last.from, '最低的等级从 0 分起', '0');
  }

  private report(): void {
    const { sheet } = this.pack.report;
    const home: SheetForm | undefined = this.pack.sheets.find(({ id }) => id === sheet);
    const hasList = home?.blocks.some((block) => block.type === 'list' && block.output) ?? false;
    if (!hasList) this.fault('report.sheet', sheet, '有报告清单（output 的 list 块）的表 id', 'report');
  }
}

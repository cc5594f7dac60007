/**
 * A template pack (模板包): one bureau's forms, rules, checks and report outline for one year, as plain data.
 * Code knows kinds of rule; every rule value of a county, year or document stands in a pack with its source.
 */
export interface Pack {
  readonly formatVersion: 1;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Place the pack is made for, e.g. 某省某市某县. */
  readonly jurisdiction: string;
  /** The year evaluated, not the year of filing. */
  readonly year: number;
  /** Unit of amounts and thresholds of the pack. */
  readonly unitOfAmounts: '万元';
  /**
   * Field of the 金额单位 switch (万元 or 元) for the whole workbook; without it all amounts are in `unitOfAmounts`. Where a unit was
   * given amounts with its template, the switch is given too.
   */
  readonly unitChoice?: string;
  /** What forms people sign end with; filled in once. */
  readonly signing?: readonly Signature[];
  readonly documents: readonly LegalDocument[];
  readonly sheets: readonly SheetForm[];
  /** Sheets of which there is one for each row of a list: those that say `perRow`. In them `#` stands for the number of the row. */
  readonly perRow?: PerRow;
  readonly assessment: Assessment;
  readonly checks: readonly CheckUse[];
  /** The bureau's own identities, in the formula language of accountants; they need a 自检表. */
  readonly rules?: readonly OwnRule[];
  readonly report: ReportOutline;
  /** The workbook that carries this pack is the bureau's own: it holds 模板设置 in place of the forms, and is never handed out. */
  readonly master?: boolean;
  /** What one unit was given with its template (预填分发), on top of what the forms give everybody. */
  readonly prefilled?: Prefilled;
}

/** Values of one unit. Given cells with a value are locked, typed ones stay open; rows take the place of those of the form. */
export interface Prefilled {
  /** By field id. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** By list id. */
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;
}

/** A list whose rows have a sheet each, e.g. 项目清单 and 自评表1, 自评表2 … The n-th sheet belongs to the n-th row, filled or not. */
export interface PerRow {
  readonly list: string;
  /** Sheets laid out; a workbook carries the pack with as many as it has. */
  readonly count: number;
  /** Rows in which `column` shows one of these words need no sheet filled in, e.g. 不评. */
  readonly unless?: { readonly column: string; readonly equals: readonly string[] };
}

/** A bureau's own rule: a row of 自检表 whose stored result decides, told by 一键校验 under its id. */
export interface OwnRule {
  /** U and two digits; the code of its findings. */
  readonly id: string;
  /** 校验内容. */
  readonly name: string;
  /** What must hold, e.g. `=支出_基本支出_决算数<=收入_合计_决算数`; grammar in evaluation/ownRules. */
  readonly formula: string;
  /** What is wrong when it does not hold. */
  readonly message: string;
  readonly level: 'error' | 'warning' | 'hint';
  /** Document it rests on. */
  readonly source?: string;
}

/** One part of the line under a signed form: 填报人, 单位（盖章） … with the field it is typed in. */
export interface Signature {
  readonly label: string;
  readonly field: string;
}

/** Where a rule value comes from, and whether the bureau has confirmed it. */
export interface Sourced {
  readonly source: string;
  readonly confirmed: boolean;
}

export interface LegalDocument extends Sourced {
  readonly id: string;
  readonly name: string;
  /** 文号; blank when the document has none. */
  readonly number: string;
}

// ---------------------------------------------------------------- sheets

export interface SheetForm {
  readonly id: string;
  /** Tab name, at most 31 characters. */
  readonly name: string;
  /** Printed title of the form. */
  readonly title: string;
  /** Line under the title: `{year}` is replaced, e.g. （{year}年度）. */
  readonly subtitle?: string;
  /** Print 单位：万元 at the right of the head. */
  readonly showsUnit?: boolean;
  readonly visibility?: 'visible' | 'hidden';
  readonly orientation?: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
  /** Identities of this form: a row of 自检表 each, and counted in 填报进度 as 自检不平. */
  readonly identities?: readonly Identity[];
  /** People sign this form: it carries the pack's `signing` line and a 校验码 of its key figures. */
  readonly signOff?: SignOff;
  /** One such sheet for each row of the list in `Pack.perRow`. */
  readonly perRow?: PerRowSheet;
}

/** A sheet per row. 填报进度 has one row for all copies, so that it stays as it is when there is one more. */
export interface PerRowSheet {
  /** Row of 填报进度: its id and label, and the fields that count 应填 and 待填 of a copy. */
  readonly progress?: { readonly id: string; readonly label: string; readonly required: string; readonly missing: string };
}

/** Fields whose change must change the 校验码; without them all amounts, counts and scores of total rows. */
export interface SignOff {
  readonly figures?: readonly string[];
}

/** Two sums of fields that must be equal (勾稽关系). A side without a single number makes it 未能校验 (—). */
export interface Identity {
  readonly id: string;
  /** 校验内容, e.g. 收入总计＝支出总计. */
  readonly subject: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** How many typed numbers were rounded, for the 尾差 TAIL(n); 1 demands equality. */
  readonly parts: number;
  /** Not compared while one of these figures is not zero, e.g. 年末结转. */
  readonly unless?: readonly string[];
  /** What both sides are; 万元 by default. */
  readonly content?: 'amount' | 'count' | 'number';
}

export type Block = TextBlock | FieldsBlock | GridBlock | MatrixBlock | ListBlock | ProgressBlock | SelfCheckBlock;

/** Blocks stand below each other; `right` puts one beside the printed part, at the top of the helper columns. */
interface Placed {
  readonly place?: 'below' | 'right';
}

/** A block in which the bureau may give every unit figures. */
interface Giving extends Placed {
  /** Where these figures come from (进度目标, 分值, 权重); a block that gives any says so, and 计分依据 shows it. */
  readonly sourced?: Sourced;
}

/** Fixed lines of text, e.g. how to fill the form. */
export interface TextBlock extends Placed {
  readonly type: 'text';
  readonly id: string;
  readonly lines: readonly string[];
}

export type Content = 'amount' | 'rate' | 'score' | 'count' | 'number' | 'text' | 'longText' | 'date' | 'choice';

/** 填 | 带 (prefilled by the bureau, locked) | 算 | nothing belongs here. */
export type Entry = 'typed' | 'given' | 'computed' | 'none';

/** What one cell, or one column of cells, holds. */
export interface CellForm {
  readonly content: Content;
  readonly entry: Entry;
  /** Only with entry `computed`. */
  readonly rule?: RuleUse;
  readonly choices?: Choices;
  /** Blank counts as 待填. */
  readonly required?: boolean;
  /** Value of a `given` cell, or the default of a typed one. */
  readonly value?: string | number;
  /** May be negative, e.g. 年中调整. */
  readonly signed?: boolean;
  /** Shown when the cell is selected. */
  readonly hint?: string;
}

/** Label above fields `[label][value]`, one or more pairs a row. */
export interface FieldsBlock extends Giving {
  readonly type: 'fields';
  readonly id: string;
  /** First part of defined names; letters, digits, Chinese. */
  readonly name: string;
  readonly heading?: string;
  /** Label–value pairs standing side by side. */
  readonly pairsPerRow: 1 | 2;
  readonly fields: readonly FieldForm[];
}

export interface FieldForm extends CellForm {
  readonly id: string;
  readonly label: string;
  /** Part of the defined name when the label does not serve. */
  readonly name?: string;
}

/** A fixed head drawn cell by cell, merged where `span` or `down` is above 1, as official forms have it. */
export interface GridBlock extends Giving {
  readonly type: 'grid';
  readonly id: string;
  readonly name: string;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** Lines of text the row has room for. */
  readonly lines?: number;
  readonly cells: readonly GridCell[];
}

/** Columns covered by a `down` cell of an earlier row are skipped. */
export interface GridCell {
  readonly span?: number;
  readonly down?: number;
  /** `{unit}` shows the unit of amounts, e.g. 项目资金（{unit}）. */
  readonly text?: string;
  readonly field?: FieldForm;
}

/** Fixed rows × columns. Field id `block.row.column`, defined name `块_行_列`. */
export interface MatrixBlock extends Giving {
  readonly type: 'matrix';
  readonly id: string;
  readonly name: string;
  readonly heading?: string;
  /** Heading of the label column. */
  readonly rowHeading: string;
  /** Heading of a column of running numbers left of the labels, e.g. 序号. */
  readonly numbering?: string;
  readonly columns: readonly ColumnForm[];
  readonly rows: readonly MatrixRow[];
}

export interface ColumnForm extends CellForm {
  readonly id: string;
  readonly label: string;
  readonly name?: string;
  /** Width in characters of 11 pt text. */
  readonly width?: number;
  /** 辅助列: grey, right of the print area. Helper columns come last. */
  readonly helper?: boolean;
}

export interface MatrixRow {
  readonly id: string;
  readonly label: string;
  readonly name?: string;
  /** 1 for 其中 rows. */
  readonly indent?: 0 | 1 | 2;
  readonly emphasis?: 'total' | 'subtotal';
  /** The typed columns of figures of this row are the sums of these rows; texts stay typed. */
  readonly total?: readonly string[];
  /** Only these columns have cells in this row. */
  readonly only?: readonly string[];
  /** Cells that differ from their column. */
  readonly cells?: Readonly<Record<string, Partial<CellForm>>>;
}

/** Room for `room` rows laid out beforehand, each with formulas; closed by a locked end row. */
export interface ListBlock extends Giving {
  readonly type: 'list';
  readonly id: string;
  readonly name: string;
  /** Label in the column left of the list, as official forms have it (年度绩效指标). */
  readonly side?: string;
  readonly heading?: string;
  readonly room: number;
  readonly columns: readonly ListColumn[];
  /** A row exists when this column is filled. */
  readonly identifiedBy: string;
  /** Rows prefilled by the bureau. */
  readonly given?: readonly Readonly<Record<string, string | number>>[];
  /** Prefill from the pack's own data. */
  readonly fill?: 'scales';
  /** Written by the add-in only (校验结果, 报告): no row is typed. */
  readonly output?: boolean;
  /** Reads as a document: no grid, no yellow; lines numbered 一、 or （一） stand out. */
  readonly document?: boolean;
  /** Row 合计 under the header, above the first row: column id -> rule; field id `list.total.column`. */
  readonly totals?: Readonly<Record<string, RuleUse>>;
}

/** 填报进度: a matrix with one row a sheet, made from what the sheets require; sheets without anything required are left out. */
export interface ProgressBlock extends Placed {
  readonly type: 'progress';
  readonly id: string;
  readonly name: string;
  readonly heading?: string;
  /** Drop-down of 责任股室. */
  readonly offices: string;
}

/** 自检表: a matrix with one row an identity, made from the `identities` of all sheets. */
export interface SelfCheckBlock extends Placed {
  readonly type: 'selfCheck';
  readonly id: string;
  readonly name: string;
}

export interface ListColumn extends ColumnForm {
  /** Repeated group names are hidden by a conditional format, so that the print looks merged. */
  readonly hideRepeats?: boolean;
  /** Column is hidden (row key, paragraph id). */
  readonly hidden?: boolean;
}

/** Words of the assessment that a drop-down offers: 一级指标, 二级指标, 指标性质. */
export type Vocabulary = 'level1' | 'level2' | 'natures';

/**
 * Values of a drop-down: spelled out, the filled rows of a list column (`offices.name`), words of the assessment, or the steps of one
 * of its scales. In a compiled form the latter two are spelled out.
 */
export type Choices =
  | { readonly list: readonly string[]; readonly of?: Vocabulary }
  | { readonly from: string }
  | { readonly of: Vocabulary }
  | { readonly scale: string };

/**
 * A use of a kind of rule. `kind` names a file of evaluation/rules; the other members are its operands and parameters.
 * Operands: `column` (same row), `column@row` (same matrix), `block.row.column` or `block.field` (anywhere),
 * `list.column[]` (a whole list column), `list.column[3]` (its third row), `@` (the number of the own row in its list).
 */
export interface RuleUse {
  readonly kind: string;
  /** Where the figures of this use come from (扣分幅度, 档次, 控制线); a use that has any says so, and 计分依据 shows it. */
  readonly sourced?: Sourced;
  readonly [member: string]: unknown;
}

// ---------------------------------------------------------------- scoring

/** How the indicators of the 自评表 are weighed and scored (domain.md §3, §4). */
export interface Assessment extends Sourced {
  /** Id of the indicator list, with `#` where each sheet per row has one. */
  readonly list: string;
  /** What Σ权重 must be. */
  readonly weightTotal: number;
  /** 不适用: the other rows of the table or of the level-1 group take its weight, or it just drops out. */
  readonly notApplicable: 'redistribute' | 'redistributeInGroup' | 'exclude';
  readonly overTarget: 'full' | 'proportional';
  readonly natures: readonly Nature[];
  readonly scales: readonly Scale[];
  readonly tree: readonly IndicatorGroup[];
  readonly grades: readonly Grade[];
}

/** 指标性质 as written in the pack and what else people write for it. */
export interface Nature {
  readonly name: string;
  readonly comparison: 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'equal' | 'range' | 'byDate' | 'qualitative';
  readonly synonyms: readonly string[];
}

/** 定性 scale, e.g. 好坏. Steps from best to worst as long as the direction is 正向. */
export interface Scale extends Sourced {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly steps: readonly ScaleStep[];
  /** Level-1 groups in which the words do not tell which end is good (高中低 for 成本指标). */
  readonly ambiguousIn: readonly string[];
}

/** Band of score rates (fractions). Only the best step defaults to the top of its band; lower steps are typed. */
export interface ScaleStep {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly low: string;
  readonly high: string;
}

export interface IndicatorGroup {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly required: boolean;
  readonly children: readonly { readonly name: string; readonly synonyms: readonly string[] }[];
}

/** Grade from `from` points on, of 100. */
export interface Grade {
  readonly name: string;
  readonly from: string;
}

// ---------------------------------------------------------------- checks and report

/** A check that applies, with the fields and thresholds it needs; members beside the first three belong to the check. */
export interface CheckUse {
  readonly code: string;
  /** False: switched off by the bureau, parameters kept. */
  readonly applies?: boolean;
  /** The indicator list it is about, where each sheet per row has one. */
  readonly indicators?: string;
  /** Where its thresholds and weights come from; a use that has any says so, and its findings name it. */
  readonly sourced?: Sourced;
  readonly [member: string]: unknown;
}

export interface ReportOutline {
  readonly sheet: string;
  readonly title: string;
  /** File names of Liquid templates, in order. */
  readonly parts: readonly string[];
  /** Template text by file name; filled when the pack is read. */
  readonly templates: Readonly<Record<string, string>>;
}

import type { CellRef, Evaluation } from '../evaluation/evaluate';
import type { Content } from '../pack/pack';
import { indicatorLists } from '../pack/perRow';
import { numberIn, type CellValue } from '../values/cell';
import { decimal, sum, ZERO, type Decimal } from '../values/decimal';

/** Figures of the 填报 page, taken from the evaluation as they are; nothing is scored or rated here. */
export interface Overview {
  readonly score: CellValue;
  readonly scoreRef: CellRef | null;
  readonly grade: string;
  /** 其中 n 分待核实; null when none. */
  readonly pendingPoints: Decimal | null;
  /** 未计分 n 行. */
  readonly unscoredRows: number;
  readonly weightTotal: CellValue;
  readonly expectedWeight: number;
  /** What the score is out of: the indicators, and 预算执行率 where the pack scores it. */
  readonly fullScore: Decimal;
  /** Each project has its sheet and its score: there is none of the whole workbook. */
  readonly perProject: boolean;
  readonly groups: readonly GroupScore[];
  readonly figures: readonly NamedFigure[];
}

/** Indicators under one 一级指标; where each project has its sheet, those of one project. */
export interface GroupScore {
  readonly name: string;
  readonly weight: Decimal;
  readonly scored: Decimal;
  readonly indicators: readonly IndicatorScore[];
}

export interface IndicatorScore {
  readonly name: string;
  readonly weight: CellValue;
  readonly score: CellValue;
  /** Points of the score that still need 核实; null when none. */
  readonly pending: Decimal | null;
  readonly ref: CellRef;
}

export interface NamedFigure {
  readonly ref: CellRef;
  readonly label: string;
  readonly content: Content;
  readonly value: CellValue;
}

/** The rates a finance clerk looks at first; a pack without one of the fields just does not show it. */
const watched: readonly { readonly field: string; readonly label: string }[] = [
  { field: 'progress.june.rate', label: '1–6月执行率' },
  { field: 'progress.october.rate', label: '1–10月执行率' },
  { field: 'progress.december.rate', label: '1–12月执行率' },
  { field: 'expenditure.total.rate', label: '预算执行率' },
  { field: 'expenditure.total.adjustmentRate', label: '年中调整率' },
  { field: 'coverage.general.rate', label: '项目自评覆盖率' },
  { field: 'summary.total.rate', label: '全部项目执行率' },
  { field: 'coverage.count', label: '项目自评覆盖率' },
  { field: 'expenditure.basic.share', label: '基本支出占比' },
  { field: 'expenditure.project.share', label: '项目支出占比' },
  { field: 'quality.deviation', label: '预算编制偏离度' },
  { field: 'quality.adjustmentRate', label: '预算调整率' },
  { field: 'carryover.rate', label: '预算结余率' },
];

export function overviewOf(evaluation: Evaluation): Overview {
  const { form } = evaluation;
  const { assessment } = form.pack;
  const field = (id: string): CellValue => evaluation.value(id);
  const unscored = numberIn(field('assessment.unscored'));
  const grade = field('assessment.grade');
  return {
    score: field('assessment.score'),
    scoreRef: form.fields.has('assessment.score') ? { field: 'assessment.score' } : null,
    grade: grade.kind === 'text' ? grade.text : '',
    pendingPoints: pointsIn(field('assessment.pendingScore')),
    unscoredRows: unscored === null ? 0 : unscored.toNumber(),
    weightTotal: field('assessment.weightTotal'),
    expectedWeight: assessment.weightTotal,
    fullScore: numberIn(field('assessment.fullScore')) ?? decimal(assessment.weightTotal),
    perProject: form.copies !== null,
    groups: groupsOf(evaluation),
    figures: watched.flatMap(({ field: id, label }) => {
      const found = form.fields.get(id);
      return found ? [{ ref: { field: id }, label, content: found.form.content, value: field(id) }] : [];
    }),
  };
}

function groupsOf(evaluation: Evaluation): readonly GroupScore[] {
  const groups = new Map<string, IndicatorScore[]>();
  indicatorLists(evaluation.form.pack).forEach((list, copy) => {
    const nameColumn = evaluation.form.lists.get(list)?.block.identifiedBy ?? '';
    for (const row of evaluation.rows(list)) {
      const group = projectOf(evaluation, copy) ?? (textOf(evaluation.item(list, row, 'level1')) || '未分组');
      const indicators = groups.get(group) ?? [];
      groups.set(group, indicators);
      indicators.push({
        name: textOf(evaluation.item(list, row, nameColumn)),
        weight: evaluation.item(list, row, 'weight'),
        score: evaluation.item(list, row, 'score'),
        pending: pointsIn(evaluation.item(list, row, 'pending')),
        ref: { list, row, column: 'score' },
      });
    }
  });
  return [...groups].map(([name, indicators]) => ({
    name,
    indicators,
    weight: sum(indicators.map(({ weight }) => numberIn(weight) ?? ZERO)),
    scored: sum(indicators.map(({ score }) => numberIn(score) ?? ZERO)),
  }));
}

/** Who a sheet per row is about; null in a pack without such sheets. */
function projectOf({ form: { copies, lists }, item }: Evaluation, row: number): string | null {
  if (!copies) return null;
  const name = textOf(item(copies.list, row, lists.get(copies.list)?.block.identifiedBy ?? ''));
  return name === '' ? `第${row + 1}个` : `${row + 1}. ${name}`;
}

/** Points above zero, else null. */
function pointsIn(value: CellValue): Decimal | null {
  const points = numberIn(value);
  return points === null || points.isZero() ? null : points;
}

function textOf(value: CellValue): string {
  return value.kind === 'text' ? value.text.trim() : '';
}

/** What a cell holds: its column's or its field's content. */
export function contentOf(evaluation: Evaluation, ref: CellRef): Content {
  const form = 'field' in ref ? evaluation.form.fields.get(ref.field)?.form : evaluation.form.lists.get(ref.list)?.columns.get(ref.column)?.form;
  return form?.content ?? 'text';
}

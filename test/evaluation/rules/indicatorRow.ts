import { ruleKinds } from '../../../src/evaluation/rules';
import type { Operands, Parameters, References } from '../../../src/evaluation/rules/rule';
import { type ScaleRow, scaleRows } from '../../../src/evaluation/rules/scales';
import type { Assessment } from '../../../src/pack/pack';
import { type CellValue, type RawCell, BLANK, cellValue, isErrorCode, numberCell, textCell } from '../../../src/values/cell';
import { type Written, asValue } from './bothFaces';
import { calculate } from './univerSheet';

/** One row of an indicator table as people type it. */
export interface TypedRow {
  readonly level1: Written;
  readonly name: Written;
  readonly nature: Written;
  readonly target: Written;
  readonly unit: Written;
  readonly weight: Written;
  readonly actual: Written;
  readonly direction: Written;
  readonly typedRate: Written;
  readonly deduction: Written;
}

const TYPED = ['level1', 'name', 'nature', 'target', 'unit', 'weight', 'actual', 'direction', 'typedRate', 'deduction'] as const;

/** How a pack would wire the row: computed column -> kind and where each slot comes from. */
const COMPUTED: Readonly<Record<string, { readonly kind: string; readonly slots: Readonly<Record<string, string>> }>> = {
  comparison: { kind: 'comparison', slots: { nature: 'nature' } },
  targetNumber: { kind: 'targetNumber', slots: { comparison: 'comparison', target: 'target', unit: 'unit' } },
  targetUpper: { kind: 'targetUpper', slots: { comparison: 'comparison', target: 'target', unit: 'unit' } },
  actualNumber: { kind: 'actualNumber', slots: { comparison: 'comparison', unit: 'unit', actual: 'actual', targetNumber: 'targetNumber' } },
  targetDate: { kind: 'deadline', slots: { comparison: 'comparison', date: 'target' } },
  actualDate: { kind: 'deadline', slots: { comparison: 'comparison', date: 'actual' } },
  completion: { kind: 'completion', slots: { comparison: 'comparison', targetNumber: 'targetNumber', targetUpper: 'targetUpper', actualNumber: 'actualNumber' } },
  step: { kind: 'scaleStep', slots: { comparison: 'comparison', target: 'target', actual: 'actual', direction: 'direction', keys: 'scales.key' } },
  rate: { kind: 'qualitativeRate', slots: { step: 'step', typedRate: 'typedRate', lows: 'scales.low', highs: 'scales.high', bests: 'scales.best' } },
  effective: {
    kind: 'effectiveWeight',
    slots: { weight: 'weight', applicable: 'actualNumber', group: 'level1', weights: 'weight[]', applicables: 'actualNumber[]', groups: 'level1[]' },
  },
  measured: {
    kind: 'measuredScore',
    slots: {
      comparison: 'comparison', targetNumber: 'targetNumber', targetUpper: 'targetUpper', actualNumber: 'actualNumber', weight: 'effective',
      targetDate: 'targetDate', actualDate: 'actualDate', qualitativeRate: 'rate',
    },
  },
  score: { kind: 'finalScore', slots: { measured: 'measured', deduction: 'deduction' } },
  pending: {
    kind: 'needsVerification',
    slots: { comparison: 'comparison', target: 'target', level1: 'level1', direction: 'direction', score: 'score', actual: 'actual', actualNumber: 'actualNumber' },
  },
};

const TOTALS: typeof COMPUTED = {
  unscored: { kind: 'unscoredRows', slots: { key: 'name[]', scores: 'score[]' } },
  pendingTotal: { kind: 'columnTotal', slots: { of: 'pending[]' } },
  total: { kind: 'totalScore', slots: { scores: 'score[]' } },
  complete: { kind: 'totalScore', slots: { scores: 'score[]', unscored: 'unscored' } },
  grade: { kind: 'grade', slots: { score: 'complete' } },
};

export type Table = { readonly rows: readonly Readonly<Record<string, CellValue>>[]; readonly totals: Readonly<Record<string, CellValue>> };

function kindOf(name: string) {
  const kind = ruleKinds.get(name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return kind;
}

/** The engine's face of a whole table. */
export function engineTable(typed: readonly TypedRow[], assessment: Assessment): Table {
  const parameters: Parameters = { assessment };
  const scales = scaleRows(assessment);
  const scaleColumns: Readonly<Record<string, readonly CellValue[]>> = {
    key: scales.map((row) => textCell(row.key)),
    low: scales.map((row) => numberCell(row.low)),
    high: scales.map((row) => numberCell(row.high)),
    best: scales.map((row) => numberCell(row.best)),
  };
  const rows = typed.map((row) => Object.fromEntries(TYPED.map((column) => [column, asValue(row[column])])) as Record<string, CellValue>);
  const totals: Record<string, CellValue> = {};
  const whole = new Map<string, readonly CellValue[]>();
  const columnOf = (column: string): readonly CellValue[] => {
    const cells = whole.get(column) ?? rows.map((one) => one[column] ?? BLANK);
    whole.set(column, cells);
    return cells;
  };
  const operands = (slots: Readonly<Record<string, string>>, row: Readonly<Record<string, CellValue>> | null): Operands =>
    Object.fromEntries(
      Object.entries(slots).map(([slot, from]) => {
        if (from.startsWith('scales.')) return [slot, scaleColumns[from.slice(7)]];
        if (from.endsWith('[]')) return [slot, columnOf(from.slice(0, -2))];
        return [slot, (row ?? totals)[from] ?? BLANK];
      }),
    );
  // Column by column: 计分权重 needs every row's 完成数值.
  for (const [column, { kind, slots }] of Object.entries(COMPUTED)) {
    for (const row of rows) row[column] = kindOf(kind).value(operands(slots, row), parameters);
  }
  for (const [column, { kind, slots }] of Object.entries(TOTALS)) totals[column] = kindOf(kind).value(operands(slots, null), parameters);
  return { rows, totals };
}

/** The sentences of 计分依据 for every computed cell of a table; called to show that none of them throws. */
export function explainTable(typed: readonly TypedRow[], assessment: Assessment): readonly string[] {
  const { rows } = engineTable(typed, assessment);
  const wired = Object.entries(COMPUTED).filter(([, { slots }]) => Object.values(slots).every((from) => !/\[\]|scales\./.test(from)));
  return rows.flatMap((row) =>
    wired.flatMap(([column, { kind, slots }]) =>
      kindOf(kind).explain(
        Object.fromEntries(Object.entries(slots).map(([slot, from]) => [slot, row[from] ?? BLANK])), { assessment }, row[column] ?? BLANK,
      ),
    ),
  );
}

/** The cells' face of several tables, calculated in one workbook; also every formula that was used. */
export async function cellTables(tables: readonly (readonly TypedRow[])[], assessment: Assessment): Promise<{ tables: Table[]; formulas: string[] }> {
  const parameters: Parameters = { assessment };
  const scales: readonly ScaleRow[] = scaleRows(assessment);
  const scaleCells: Record<string, RawCell> = {};
  const scaleColumnNames = ['key', 'low', 'high', 'best'];
  scaleColumnNames.forEach((column, index) => {
    const letter = 'ABCD'[index] ?? 'A';
    scaleCells[`${letter}1`] = '表头';
    scales.forEach((row, place) => {
      scaleCells[`${letter}${place + 2}`] = row[column] ?? '';
    });
  });
  const sheets: Record<string, Record<string, RawCell>> = { 量表: scaleCells };
  const formulas = new Set<string>();
  const columns = [...TYPED, ...Object.keys(COMPUTED)];
  const letterOf = (column: string): string => String.fromCharCode(65 + columns.indexOf(column));
  tables.forEach((typed, index) => {
    const cells: Record<string, RawCell> = {};
    const last = typed.length + 2;
    const totalRow = last + 2;
    const references = (slots: Readonly<Record<string, string>>, row: number | null): References =>
      Object.fromEntries(
        Object.entries(slots).map(([slot, from]) => {
          if (from.startsWith('scales.')) {
            const letter = 'ABCD'[scaleColumnNames.indexOf(from.slice(7))] ?? 'A';
            return [slot, `量表!$${letter}$1:$${letter}$${scales.length + 2}`];
          }
          if (from.endsWith('[]')) return [slot, `$${letterOf(from.slice(0, -2))}$1:$${letterOf(from.slice(0, -2))}$${last}`];
          return [slot, row === null ? `${String.fromCharCode(65 + Object.keys(TOTALS).indexOf(from))}${totalRow}` : `${letterOf(from)}${row}`];
        }),
      );
    const put = (address: string, kind: string, slots: Readonly<Record<string, string>>, row: number | null): void => {
      const formula = kindOf(kind).formula(references(slots, row), parameters);
      formulas.add(formula);
      cells[address] = `=${formula}`;
    };
    for (const column of columns) cells[`${letterOf(column)}1`] = '表头';
    typed.forEach((one, place) => {
      for (const column of TYPED) {
        const written = one[column];
        if (written !== null) cells[`${letterOf(column)}${place + 2}`] = written;
      }
      for (const [column, { kind, slots }] of Object.entries(COMPUTED)) put(`${letterOf(column)}${place + 2}`, kind, slots, place + 2);
    });
    Object.entries(TOTALS).forEach(([, { kind, slots }], place) => put(`${String.fromCharCode(65 + place)}${totalRow}`, kind, slots, null));
    sheets[`表${index}`] = cells;
  });
  const cellAt = await calculate(sheets);
  const read = (sheet: string, address: string): CellValue => {
    const raw = cellAt(sheet, address);
    return cellValue(raw, typeof raw === 'string' && isErrorCode(raw));
  };
  return {
    formulas: [...formulas],
    tables: tables.map((typed, index) => ({
      rows: typed.map((_row, place) => Object.fromEntries(Object.keys(COMPUTED).map((column) => [column, read(`表${index}`, `${letterOf(column)}${place + 2}`)]))),
      totals: Object.fromEntries(Object.keys(TOTALS).map((column, place) => [column, read(`表${index}`, `${String.fromCharCode(65 + place)}${typed.length + 4}`)])),
    })),
  };
}

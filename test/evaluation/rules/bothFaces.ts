import fc from 'fast-check';
import { type CellValue, type RawCell, BLANK, cellText, cellValue, isErrorCode, sameCell } from '../../../src/values/cell';
import type { Operands, Parameters, RuleKind } from '../../../src/evaluation/rules/rule';
import { calculate } from './univerSheet';

/** What a test writes into a cell; text that begins with `=` is a formula. */
export type Written = RawCell | null;
export type WrittenOperands = Readonly<Record<string, Written | readonly Written[]>>;

export interface Case {
  readonly rule: RuleKind;
  readonly written: WrittenOperands;
  readonly parameters: Parameters;
}

const ERROR_FORMULAS: Readonly<Record<string, CellValue>> = {
  '=NA()': { kind: 'error', code: '#N/A' },
  '=1/0': { kind: 'error', code: '#DIV/0!' },
  '=""': BLANK,
};

export function asValue(written: Written): CellValue {
  return typeof written === 'string' ? ERROR_FORMULAS[written] ?? cellValue(written, false) : cellValue(written, false);
}

/** The engine's face on what the test writes. */
export function engineFace({ rule, written, parameters }: Case): CellValue {
  const operands: Record<string, CellValue | readonly CellValue[]> = {};
  for (const [slot, cells] of Object.entries(written)) {
    operands[slot] = isSeveral(cells) ? cells.map(asValue) : asValue(cells);
  }
  return rule.value(operands as Operands, parameters);
}

function isSeveral(cells: Written | readonly Written[]): cells is readonly Written[] {
  return Array.isArray(cells);
}

/** The cell's face of every case, calculated in one workbook; columns get a header above and a blank end row below. */
export async function cellFaces(cases: readonly Case[]): Promise<CellValue[]> {
  const inputs: Record<string, RawCell> = {};
  const columns: Record<string, RawCell> = {};
  const results: Record<string, RawCell> = {};
  let columnCount = 0;
  cases.forEach(({ rule, written, parameters }, index) => {
    const references: Record<string, string | string[]> = {};
    let cellCount = 0;
    const place = (cell: Written): string => {
      // Every other case has gaps between its cells, so that they do not become ranges.
      const address = `${columnName(cellCount++ * (1 + (index % 2)))}${index + 1}`;
      if (cell !== null) inputs[address] = cell;
      return `输入!${address}`;
    };
    for (const [slot, cells] of Object.entries(written)) {
      if (rule.slots[slot] === 'column') {
        const letter = columnName(columnCount++);
        columns[`${letter}1`] = '表头';
        (cells as readonly Written[]).forEach((cell, row) => {
          if (cell !== null) columns[`${letter}${row + 2}`] = cell;
        });
        references[slot] = `清单!$${letter}$1:$${letter}$${(cells as readonly Written[]).length + 2}`;
      } else {
        references[slot] = isSeveral(cells) ? cells.map(place) : place(cells);
      }
    }
    results[`A${index + 1}`] = `=${rule.formula(references, parameters)}`;
  });
  const cellAt = await calculate({ 输入: inputs, 清单: columns, 结果: results });
  return cases.map((_case, index) => {
    const raw = cellAt('结果', `A${index + 1}`);
    return cellValue(raw, typeof raw === 'string' && isErrorCode(raw));
  });
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Cases whose two faces differ, as readable lines. */
export async function disagreements(cases: readonly Case[]): Promise<string[]> {
  const cells = await cellFaces(cases);
  return cases.flatMap((one, index) => {
    const engine = engineFace(one);
    const cell = cells[index] ?? BLANK;
    if (sameCell(engine, cell)) return [];
    return [`${one.rule.kind} ${JSON.stringify(one.written)} ${JSON.stringify(one.parameters)}: engine ${describe(engine)}, cell ${describe(cell)}`];
  });
}

function describe(value: CellValue): string {
  return `${value.kind}(${cellText(value)})`;
}


const amount = fc.integer({ min: -30000, max: 90000 }).map((cents) => cents / 100);

/** A cell where a number belongs: mostly amounts of 2 decimals, also zero, blanks of both sorts and whatever people type. */
export const numberish: fc.Arbitrary<Written> = fc.oneof(
  { weight: 12, arbitrary: amount },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 0.1, 0.2, 0.3, -0.5, 1e-7, 123456789.12) },
  { weight: 3, arbitrary: fc.constantFrom(null, '=""') },
  { weight: 1, arbitrary: fc.constantFrom<Written>('不适用', '未计算', '96%', '１２', ' ', '无', true, false, '=NA()', '=1/0', '约300') },
);

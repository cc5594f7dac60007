import { layOut } from '../../src/actions/layOut';
import { openWorkbook } from '../../src/actions/openWorkbook';
import { restore } from '../../src/actions/restore';
import { parseBlock } from '../../src/values/address';
import { BLANK, numberCell } from '../../src/values/cell';
import type { WriteStep } from '../../src/workbook/change';
import { STORE_SHEET } from '../../src/workbook/storeSheet';
import { tinyPackText } from '../cases/tinyPack';
import { playExcel, playedRun, portrait, value, type PlayedExcel } from './steps';

/** A thing a person asks for, in a workbook prepared for it. */
export interface UseCase {
  readonly name: string;
  prepare(): Promise<PlayedExcel>;
  /** @returns whether it was carried out. */
  act(excel: PlayedExcel): Promise<boolean>;
}

const block = parseBlock('B5:C6') ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
const values: WriteStep = {
  title: '试写',
  changes: [{
    kind: 'setCells', sheet: { id: 'income', name: '收入（万元）' }, block,
    cells: [[{ value: numberCell(1) }, { value: numberCell(2) }], [{ value: numberCell(3) }, { value: numberCell(4) }]],
    before: [[{ value: BLANK }, { value: BLANK }], [{ value: BLANK }, { value: BLANK }]],
  }],
};

export const useCases: readonly UseCase[] = [
  { name: '生成套表', prepare: () => playExcel(), act: async ({ port, run }) => (await layOut(port, tinyPackText, null, run)).ok },
  {
    name: '写入数值',
    prepare: async () => {
      const excel = await playExcel();
      value(await layOut(excel.port, tinyPackText, null, excel.run));
      return excel;
    },
    act: async ({ port, run }) => (await port.look(null)).ok && (await port.write(values, null, run)).ok,
  },
];

/**
 * One round: the k-th sync fails with the code after some of its actions. Afterwards the workbook is as before or as after,
 * or one press restores it.
 * @returns whether there was a k-th sync.
 */
export async function anomaly(useCase: UseCase, k: number, code: string, after: number): Promise<boolean> {
  const excel = await useCase.prepare();
  const before = visible(excel);
  const mark = excel.host.counters.mark();
  excel.host.faults.failSync(k, code, { after });
  const done = await useCase.act(excel);
  const syncs = excel.host.counters.since(mark).syncs;
  excel.host.faults.reset();
  const opened = value(await openWorkbook(excel.port));
  const isOpen = opened.kind === 'ours' && opened.openStep !== null;
  if (!done && JSON.stringify(visible(excel)) !== JSON.stringify(before)) {
    expect(isOpen).toBe(true);
    value(await restore(excel.port, playedRun()));
    expect(visible(excel)).toEqual(before);
  } else if (done) {
    expect(isOpen).toBe(false);
  }
  return syncs >= k;
}

/** The workbook without the journal. */
function visible(excel: PlayedExcel): unknown {
  const { names, sheets } = portrait(excel.host) as { names: unknown; sheets: readonly { readonly name: string }[] };
  return { names, sheets: sheets.filter(({ name }) => name !== STORE_SHEET) };
}

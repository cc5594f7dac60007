import { addSheet } from '../../src/actions/addSheet';
import { fillSample } from '../../src/actions/fillSample';
import { layOut } from '../../src/actions/layOut';
import { openWorkbook, type OurWorkbook } from '../../src/actions/openWorkbook';
import { restore } from '../../src/actions/restore';
import type { EvaluationData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import type { Pack } from '../../src/pack/pack';
import { STORE_SHEET } from '../../src/workbook/storeSheet';
import { tinyPack } from '../cases/tinyPack';
import { playExcel, portrait, value, type PlayedExcel } from './steps';

/** Three projects at most, a sheet for two of them, each with what was scored. */
const pack: Pack = {
  ...tinyPack,
  perRow: { list: 'projects', count: 2 },
  sheets: [
    {
      id: 'projects', name: '项目清单', title: '项目清单', blocks: [{
        type: 'list', id: 'projects', name: '项目清单', room: 3, identifiedBy: 'name', columns: [
          { id: 'name', label: '项目名称', content: 'text', entry: 'typed' },
          { id: 'score', label: '得分', content: 'score', entry: 'computed', rule: { kind: 'byNumber', number: '@', of: ['form#.score'] } },
        ],
      }],
    },
    {
      id: 'evaluation#', name: '自评表#', title: '项目支出绩效自评表', perRow: {}, blocks: [{
        type: 'fields', id: 'form#', name: '项目#', pairsPerRow: 1, fields: [
          { id: 'name', label: '项目名称', content: 'text', entry: 'computed', rule: { kind: 'same', of: 'projects.name[#]' } },
          { id: 'measured', label: '测算分', content: 'score', entry: 'typed' },
          { id: 'score', label: '得分', content: 'score', entry: 'computed', rule: { kind: 'finalScore', measured: 'measured' } },
        ],
      }],
    },
    ...tinyPack.sheets,
  ],
};

async function ours(excel: PlayedExcel): Promise<OurWorkbook> {
  const opened = value(await openWorkbook(excel.port));
  if (opened.kind !== 'ours') throw new Error(opened.kind);
  return opened;
}

/** Everything but the journal, which remembers both steps. */
function forms({ host }: PlayedExcel): unknown {
  const { names, sheets } = portrait(host) as { readonly names: unknown; readonly sheets: readonly { readonly name: string }[] };
  return { names, sheets: sheets.filter(({ name }) => name !== STORE_SHEET) };
}

test('加项目 adds the sheet and what refers to it, keeps what was typed, and can be taken back', async () => {
  const excel = await playExcel();
  const { host, port, run } = excel;
  value(await layOut(port, JSON.stringify(pack), null, run));
  for (const [row, name] of [['3', '道路养护'], ['4', '窗口改造'], ['5', '业务培训']] as const) await host.user.type('项目清单', `A${row}`, name);
  await host.user.type('自评表2', 'B3', '88.5');
  const before = forms(excel);
  expect(host.book.texts('项目清单', 'B3:B5')).toEqual([[''], ['88.50'], ['']]);

  const { pack: own } = await ours(excel);
  const { result, tally } = await host.counters.during(() => addSheet(port, own, run));
  expect(value(result)).toMatchObject({ sheetsMade: ['自评表3'], different: [], cancelled: false });
  // One look, one to see that the protection can be lifted, one batch.
  expect(tally.syncs).toBe(3);
  expect(host.book.sheets().slice(0, 5)).toEqual(['项目清单', '自评表1', '自评表2', '自评表3', '基本情况']);
  expect(host.book.text('自评表3', 'B2')).toBe('业务培训');
  await host.user.type('自评表3', 'B3', '91');
  expect(host.book.texts('项目清单', 'B3:B5')).toEqual([[''], ['88.50'], ['91.00']]);
  const wider = await ours(excel);
  expect(wider.pack.form.copies?.count).toBe(3);
  expect(wider.reading.faults).toEqual([]);
  expect(evaluate(wider.pack.form, wider.reading.entries).item('projects', 2, 'score')).toMatchObject({ kind: 'number' });

  const full = await addSheet(port, wider.pack, run);
  expect(full).toMatchObject({ ok: false, error: { code: 'L07' } });

  await host.user.erase('自评表3', 'B3');
  expect(value(await restore(port, run))).toMatchObject({ title: '加项目', state: 'restored' });
  expect(forms(excel)).toEqual(before);
  expect((await ours(excel)).pack.form.copies?.count).toBe(2);
});

/** So many projects, each with its own 测算分. */
function sampleOf(...names: readonly string[]): EvaluationData {
  return {
    pack: pack.id, fields: Object.fromEntries(names.map((_, index) => [`form${index + 1}.measured`, String(80 + index)])), lists: { projects: names.map((name) => ({ name })) },
  };
}

describe('载入示例 with more projects than sheets', () => {
  const three = sampleOf('道路养护', '窗口改造', '业务培训');

  test('makes the sheets it needs in an empty workbook', async () => {
    const excel = await playExcel();
    const before = portrait(excel.host);
    expect(value(await fillSample(excel.port, JSON.stringify(pack), three, excel.run)).sheetsMade).toEqual(expect.arrayContaining(['自评表1', '自评表2', '自评表3']));
    expect(excel.host.book.texts('项目清单', 'A3:B5')).toEqual([['道路养护', '80.00'], ['窗口改造', '81.00'], ['业务培训', '82.00']]);
    expect((await ours(excel)).pack.form.copies?.count).toBe(3);
    value(await restore(excel.port, excel.run));
    expect(portrait(excel.host)).toEqual(before);
  });

  test('adds them to a workbook that is laid out, and the formulas elsewhere take them in', async () => {
    const excel = await playExcel();
    const { host, port, run } = excel;
    value(await layOut(port, JSON.stringify(pack), null, run));
    const empty = forms(excel);
    expect(value(await fillSample(port, JSON.stringify(pack), three, run))).toMatchObject({ sheetsMade: ['自评表3'], different: [] });
    expect(host.book.texts('项目清单', 'A3:B5')).toEqual([['道路养护', '80.00'], ['窗口改造', '81.00'], ['业务培训', '82.00']]);
    expect(host.book.text('自评表3', 'B2')).toBe('业务培训');
    expect((await ours(excel)).reading.faults).toEqual([]);
    value(await restore(port, run));
    expect(forms(excel)).toEqual(empty);
  });

  test('and more than the list has rows: nothing is written, and it says what does not fit', async () => {
    const excel = await playExcel();
    value(await layOut(excel.port, JSON.stringify(pack), null, excel.run));
    const before = portrait(excel.host);
    expect(await fillSample(excel.port, JSON.stringify(pack), sampleOf('甲', '乙', '丙', '丁'), excel.run)).toMatchObject({
      ok: false, error: { code: 'L08', text: '示例与本簿的模板不一致，有2处放不下，没有载入：fields.form4.measured：项目清单第4行的表，应为项目清单第1至3行的表；lists.projects：4行，应为不超过3行。' },
    });
    expect(portrait(excel.host)).toEqual(before);
  });
});

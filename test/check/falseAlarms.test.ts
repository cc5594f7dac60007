import fc from 'fast-check';
import { runChecks, type CheckResult } from '../../src/check/runChecks';
import { entriesFromData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { cellText } from '../../src/values/cell';
import { consistentEntries, type ConsistentData } from '../cases/consistentEntries';
import { runs } from '../cases/runs';
import { bundledForm } from '../cases/samplePack';
import { seed } from '../cases/seed';

const form = bundledForm('quxian-2023');

function check(data: ConsistentData): CheckResult {
  const result = runChecks(form, evaluate(form, entriesFromData(form, data)), null);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Everything found; that the projects of a list without classes are the whole expenditure is no alarm but its scope. */
function alarms(data: ConsistentData): readonly string[] {
  return check(data).findings
    .filter(({ code, level }) => !(data.projectsAs === 'sums' && code === 'F08' && level === 'hint'))
    .map(({ level, message, code }) => `${level} ${code} ${message}`);
}

test(`consistent evaluations raise no finding (seed ${seed})`, () => {
  fc.assert(fc.property(consistentEntries('none'), (data) => { expect(alarms(data)).toEqual([]); }), { seed, numRuns: runs(100) });
});

test(`evaluations in which every number was rounded once raise nothing but 尾差 (seed ${seed})`, () => {
  fc.assert(fc.property(consistentEntries('once'), (data) => {
    expect(alarms(data).filter((line) => !line.startsWith('hint '))).toEqual([]);
  }), { seed, numRuns: runs(100) });
});

test(`自检表 shows no × for them (seed ${seed})`, () => {
  const verdicts = [...form.fields.keys()].filter((id) => /^selfCheck\..+\.verdict$/.test(id));
  expect(verdicts.length).toBeGreaterThan(20);
  fc.assert(fc.property(fc.oneof(consistentEntries('none'), consistentEntries('once')), (data) => {
    // Sums of projects are the whole expenditure in these evaluations, as in a list of 预算管理一体化.
    const evaluation = evaluate(form, entriesFromData(form, data));
    expect(verdicts.filter((id) => cellText(evaluation.value(id)) === '×')).toEqual([]);
  }), { seed, numRuns: runs(100) });
});

/** One typed amount of at least 20 made 10 less, wherever it stands. */
function oneLess(data: ConsistentData, at: number): { readonly place: string; readonly data: ConsistentData } | null {
  const less = (value: string | number): string => (Number(value) - 10).toFixed(2);
  const large = ([id, value]: readonly [string, string | number]): boolean => /^\d+\.\d\d$/.test(String(value)) && Number(value) > 20 && id !== 'code';
  const places = [
    ...Object.entries(data.fields).filter(large).map(([id, value]) => ({ place: id, data: { ...data, fields: { ...data.fields, [id]: less(value) } } })),
    ...Object.entries(data.lists).flatMap(([list, rows]) => rows.flatMap((row, i) => Object.entries(row).filter(large).map(([id, value]) => ({
      place: `${list}[${String(i)}].${id}`,
      data: { ...data, lists: { ...data.lists, [list]: rows.map((other, j) => (j === i ? { ...other, [id]: less(value) } : other)) } },
    })))),
  ];
  return places[at % Math.max(1, places.length)] ?? null;
}

test(`one amount typed wrong is told once, whatever lists stand beside it (seed ${seed})`, () => {
  let told = 0;
  fc.assert(fc.property(consistentEntries('none'), fc.nat(), (data, at) => {
    const wrong = oneLess(data, at);
    // A part above its whole and periods that fall are facts of their own cells.
    const codes = wrong === null ? [] : alarms(wrong.data).filter((line) => !/ (F12|R02) /.test(line));
    told += codes.length;
    expect({ place: wrong?.place, codes: codes.slice(1) }).toEqual({ place: wrong?.place, codes: [] });
  }), { seed, numRuns: runs(100) });
  expect(told).toBeGreaterThan(runs(100) / 3);
});

test(`most of them can be checked (seed ${seed})`, () => {
  const passed = new Set(fc.sample(consistentEntries('none'), { seed, numRuns: 25 }).flatMap((data) =>
    check(data).outcomes.filter(({ outcome }) => outcome === 'pass').map(({ code }) => code)));
  expect([...passed]).toEqual(expect.arrayContaining([
    'F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F10', 'F11', 'F12', 'F15', 'F16', 'F17', 'F18', 'F19', 'F20', 'F21', 'F22', 'F23', 'F24', 'F26', 'F28',
    'R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12', 'R15', 'T01', 'T03', 'T04', 'T06', 'T09', 'T10', 'A01', 'A02', 'A03',
    'I01', 'I03', 'I05', 'I06', 'I07', 'I08', 'I09', 'I10', 'I11', 'I12', 'I13', 'I15', 'I16', 'I17', 'I20', 'I22', 'I23', 'I26', 'N01', 'N02', 'N04', 'N11', 'P01', 'S01',
  ]));
});

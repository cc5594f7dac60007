import { runChecks, type CheckResult } from '../../src/check/runChecks';
import { compileForm, type Form } from '../../src/evaluation/form';
import type { OwnRule } from '../../src/pack/pack';
import { textCell } from '../../src/values/cell';
import { ownPack } from '../cases/ownPack';
import { PlayedWorkbook } from '../cases/playedWorkbook';

function formWith(...rules: readonly Partial<OwnRule>[]): Form {
  const made = rules.map((rule, i): OwnRule => ({ id: `U0${i + 1}`, name: `规则${i + 1}`, formula: '=TRUE', message: '不符', level: 'error', ...rule }));
  const form = compileForm({ ...ownPack, id: `own-${JSON.stringify(made).length}-${made.map(({ formula }) => formula).join()}`, rules: made });
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value;
}

const atMost: Partial<OwnRule> = { formula: '=收入_收入合计_调整后预算数<=收入_收入合计_年初预算数', message: '预算调增了', level: 'warning', source: '某县通知第三条' };
const VERDICT = { field: 'selfCheck.U01.verdict' };

function filled(form: Form, fields: Readonly<Record<string, string>>): PlayedWorkbook {
  return new PlayedWorkbook(form, { pack: form.pack.id, fields, lists: {} });
}

function checked(workbook: PlayedWorkbook): CheckResult {
  const result = runChecks(workbook.form, workbook.evaluate(), workbook.read());
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const own = ({ findings }: CheckResult): readonly string[] => findings.filter(({ code }) => code.startsWith('U')).map(({ message, code }) => `${message}（${code}）`);

test('a rule that does not hold is told under its own code, at the cells it names, with both sides', () => {
  const result = checked(filled(formWith(atMost), { 'income.general.initial': '166.78', 'income.general.adjustment': '60.61' }));
  expect(own(result)).toEqual(['【收入（万元）】收入合计·调整后预算数（D7）：预算调增了（左值227.39，右值166.78）请核对公式用到的各格；公式见自检表。（U01）']);
  expect(result.findings.find(({ code }) => code === 'U01')).toMatchObject({
    level: 'warning', source: '某县通知第三条', found: '227.39', expected: '166.78', key: 'U01|selfCheck.U01.verdict',
    refs: [{ field: 'income.total.adjusted' }, { field: 'income.total.initial' }, VERDICT],
  });
  expect(result.outcomes).toContainEqual({ code: 'U01', title: '规则1', outcome: 'warn' });
});

test('a rule that holds is silent, one without its figures is 未能校验 and says which', () => {
  const holds = checked(filled(formWith(atMost), { 'income.general.initial': '10', 'income.general.adjustment': '-1' }));
  expect(own(holds)).toEqual([]);
  expect(holds.outcomes).toContainEqual({ code: 'U01', title: '规则1', outcome: 'pass' });
  const blank = checked(filled(formWith(atMost), {}));
  expect(own(blank)).toEqual([]);
  expect(blank.unchecked.filter(({ code }) => code === 'U01')).toMatchObject([{ title: '规则1', reason: '“收入合计·调整后预算数”、“收入合计·年初预算数”未填' }]);
});

test('what stands in 自检表 decides; where it is not what the formula gives, V30 tells', () => {
  const workbook = filled(formWith(atMost), { 'income.general.initial': '10', 'income.general.adjustment': '5' });
  workbook.put(VERDICT, textCell('√'));
  const result = checked(workbook);
  expect(own(result)).toEqual([]);
  expect(result.findings.filter(({ code }) => code === 'V30')).toMatchObject([{ level: 'error', found: '√', expected: '×', refs: [VERDICT] }]);
});

test('a formula nobody calculated yet is 未能校验', () => {
  const workbook = filled(formWith(atMost), { 'income.general.initial': '10', 'income.general.adjustment': '5' });
  workbook.put(VERDICT, textCell(''), '=1');
  expect(checked(workbook).unchecked.filter(({ code }) => code === 'U01')).toMatchObject([{ reason: '自检表没有算出结论，请重算（F9）后再校验' }]);
  workbook.deleteSheet('selfCheck');
  expect(checked(workbook).unchecked.filter(({ code }) => code === 'U01')).toMatchObject([{ reason: '自检表中找不到该条规则' }]);
});

test('rules over whole lists, and conditions without two sides', () => {
  const form = formWith(
    { formula: '=SUM(项目_执行数)<=SUM(项目_预算数)*110%', message: '执行数超过预算数一成' },
    { formula: '=IF(COUNTIF(项目_项目类别,"人员类")>0,收入_收入合计_年初预算数>0,TRUE)', message: '有人员类项目而没有预算', level: 'hint' },
  );
  const rows = [{ name: '甲', category: '人员类', budget: '10', executed: '12' }];
  const workbook = new PlayedWorkbook(form, { pack: form.pack.id, fields: { 'income.general.initial': '0' }, lists: { items: rows } });
  expect(own(checked(workbook)).map((line) => line.replace(/^.*?：/, ''))).toEqual([
    '有人员类项目而没有预算请核对公式用到的各格；公式见自检表。（U02）', '执行数超过预算数一成（左值12，右值11）请核对公式用到的各格；公式见自检表。（U01）',
  ]);
});

test('自检表 shows the rule after the identities, with sides only where two are compared', () => {
  const form = formWith(atMost, { formula: '=AND(收入_收入合计_年初预算数>0,收入_收入合计_调整后预算数>0)' });
  const shown = [...form.fields.values()].filter(({ block }) => block === 'selfCheck').map(({ id }) => id.replace('selfCheck.', ''));
  expect(shown).toEqual([
    'incomeTotal.left', 'incomeTotal.right', 'incomeTotal.difference', 'incomeTotal.verdict', 'incomeTotal.note',
    'U01.left', 'U01.right', 'U01.difference', 'U01.verdict', 'U01.note', 'U02.verdict', 'U02.note',
  ]);
});

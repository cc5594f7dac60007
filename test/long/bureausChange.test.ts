import { checkSnapshot } from '../../src/actions/checkSnapshot';
import { openFile } from '../../src/actions/openFile';
import { evaluate } from '../../src/evaluation/evaluate';
import { FORMULA_FUNCTIONS } from '../../src/evaluation/ownRules/functions';
import { ownVerdictOf } from '../../src/evaluation/selfCheck';
import { cellText, sameCell } from '../../src/values/cell';
import { EXPECTED, filledFile, handedOut, RULE, shownIn, UNITS } from '../cases/bureausChange';
import { opened, value } from '../files/builtFile';
import { withoutResults } from './libreOffice/recalculation';
import { savedByLibreOffice } from './libreOffice/soffice';

test('a bureau’s weights, its new indicator and its own rule are at work in each unit’s workbook without the add-in', async () => {
  const { pack, files } = await handedOut();
  const filled = new Map<string, Uint8Array>();
  for (const [index, file] of files.entries()) filled.set(`unit${index + 1}`, withoutResults(await filledFile(file)));
  const saved = savedByLibreOffice(filled);
  expect(saved.size).toBe(3);
  for (const bytes of saved.values()) {
    const workbook = value(await openFile(opened(bytes)));
    const [rule] = pack.rules ?? [];
    const verdict = rule && ownVerdictOf(workbook.pack.form.pack, rule);
    // LibreOffice alone calculated these.
    expect(shownIn(workbook, verdict ?? '')).toEqual(EXPECTED);
    const checked = value(await checkSnapshot(workbook.pack.form, workbook.pack.plan, workbook.snapshot));
    expect(checked.findings.filter(({ code }) => code === RULE || code === 'V30').map(({ code, level }) => `${code} ${level}`)).toEqual([`${RULE} error`]);
  }
}, 900_000);

/** Projects of the unit; the third has nothing executed. Income 200, 基本支出 227.39. */
const PROJECTS = [
  { name: '平台运维', category: '其他运转类', initial: '60', executed: '57' },
  { name: '数据归集', category: '特定目标类', initial: '40', executed: '30' },
  { name: '机房租赁', category: '特定目标类', initial: '20' },
];

/** Rules as an accountant writes them, with the 结论 worked out by hand. */
const RULES: readonly (readonly [formula: string, verdict: string])[] = [
  ['=支出_基本支出_决算数<=收入_合计_决算数', '×'],
  ['=ABS(收入_合计_决算数-支出_基本支出_决算数)<=27.39', '√'],
  ['=ROUND(支出_基本支出_决算数/收入_合计_决算数,2)=1.14', '√'],
  ['=支出_基本支出_决算数>收入_合计_决算数*110%', '√'],
  ['=-支出_基本支出_决算数^2<0', '×'],
  ['=SUM(项目_全年执行数)=87', '√'],
  ['=SUM(项目_全年执行数,支出_基本支出_决算数)<>314.39', '×'],
  ['=MAX(项目_全年执行数)-MIN(项目_全年执行数)=27', '√'],
  ['=AVERAGE(项目_全年执行数)>=43.5', '√'],
  ['=COUNT(项目_全年执行数)=3', '×'],
  ['=COUNTIF(项目_项目类别,"特定目标类")=2', '√'],
  ['=COUNTIF(项目_执行率,"<0.8")=0', '×'],
  ['=SUMIF(项目_项目类别,"特定目标类",项目_全年执行数)=30', '√'],
  ['=SUMIF(项目_年初预算数,">=40",项目_全年执行数)=87', '√'],
  ['=IF(收入_合计_决算数>0,支出_基本支出_决算数/收入_合计_决算数,0)<1', '×'],
  ['=IFERROR(收入_合计_决算数/(收入_合计_决算数-200),0)=0', '√'],
  ['=AND(收入_合计_决算数=200,OR(单位_全称="某局",单位_全称="示例县数据中心"),NOT(单位_编码="018"))', '√'],
  ['=LEN(单位_编码&单位_全称)=10', '√'],
  ['=ISNUMBER(收入_政府性基金预算财政拨款_决算数)', '×'],
  ['=收入_政府性基金预算财政拨款_决算数>=0', '—'],
];

test('every function of the rule language, written by a bureau in its own workbook, gives in LibreOffice what the engine gives', async () => {
  for (const name of FORMULA_FUNCTIONS.keys()) expect([name, RULES.some(([formula]) => formula.includes(`${name}(`))]).toEqual([name, true]);
  const typed = RULES.map(([formula], index) => ({ name: `规则${index + 1}`, formula, message: `规则${index + 1}不成立`, level: '核实' }));
  const { files: [file] } = await handedOut(typed, UNITS.slice(0, 1));
  if (!file) throw new Error('nothing was handed out');
  const saved = savedByLibreOffice(new Map([['unit', withoutResults(await filledFile(file, { projects: PROJECTS }))]]));
  const { pack: { form }, reading } = value(await openFile(opened(saved.get('unit') ?? new Uint8Array())));
  const evaluation = evaluate(form, reading.entries);
  const own = [...form.fields.values()].filter(({ id, rule }) => rule && /^selfCheck\.U\d+\./.test(id));
  expect(own.length).toBeGreaterThan(RULES.length);
  const differing = own.filter(({ id }) => {
    const shown = reading.shown({ field: id });
    return !shown || !sameCell(shown, evaluation.value(id));
  });
  expect(differing.map(({ id }) => id)).toEqual([]);
  const verdicts = (form.pack.rules ?? []).map((rule) => reading.shown({ field: ownVerdictOf(form.pack, rule) ?? '' }));
  expect(verdicts.map((cell, index) => `${RULES[index]?.[0]} ${cell ? cellText(cell) : 'lost'}`)).toEqual(RULES.map(([formula, verdict]) => `${formula} ${verdict}`));
}, 900_000);

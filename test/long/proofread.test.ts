import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import type { ProofFinding } from '../../src/proofread/findings';
import { proofread } from '../../src/proofread/proofread';
import type { Level } from '../../src/values/level';
import { seed } from '../cases/seed';
import { differsBy, newFindings, spotsOf, typedOver, withOtherDigit } from '../proofread/mutation';

const seeds = resolve(__dirname, '../../../shared/seeds');
const FILES = { A: '000_82dc39925db50085.txt', B: '001_8ae852161d2a76fd.txt' };

type Name = keyof typeof FILES;
/** The published reports stand beside the repository; without them these proofs fail and say so. */
function report(name: Name): string {
  const path = join(seeds, FILES[name]);
  if (!existsSync(path)) throw new Error(`没有公开报告原文：${path}。校对的长测试须有它。`);
  return readFileSync(path, 'utf8');
}

interface Verdict {
  readonly id: string;
  readonly report: Name;
  readonly level: Level;
  readonly quotes: readonly string[];
  readonly computed?: string;
}

const verdict = (id: string, level: Level, quotes: readonly string[], computed?: string): Verdict =>
  ({ id, report: id.startsWith('A') ? 'A' : 'B', level, quotes, ...(computed === undefined ? {} : { computed }) });

/** What the audit of the two reports found wrong, at the levels its last section asks for. */
const VERDICTS: readonly Verdict[] = [
  verdict('A8', 'warning', ['基本支出101.55万元', '项目支出95.84万元'], '197.39'),
  verdict('A10', 'error', ['166.78万元', '年初预算支出为227.39万元']),
  verdict('A12', 'warning', ['基本支出101.55万元，占44.65%'], '44.66%'),
  verdict('A13', 'warning', ['项目支出125.84万元，占55.35%'], '55.34%'),
  verdict('A15', 'warning', ['基本支出101.55万元，占44.65%'], '44.66%'),
  verdict('A18', 'error', ['166.78万元', '年初财政拨款预算数227.39万元']),
  verdict('A19', 'warning', ['216.04万元，预算执行率100%'], '95.01%'),
  verdict('A20', 'warning', ['220.04万元，预算执行率100%'], '96.77%'),
  verdict('A21', 'warning', ['216.04万元', '220.04万元']),
  verdict('B5', 'error', ['基本支出177.62万元', '基本支出177.61万元']),
  verdict('B6', 'hint', ['177.62万元', '人员经费154.97万元', '公用经费22.64万元'], '177.61'),
  verdict('B7', 'error', ['项目支出300.1万元', '250.3万元', '49.7万元'], '300'),
  verdict('B9', 'error', ['运维经费49.7万元', '29.8万元'], '47.8万元'),
  verdict('B10', 'error', ['两大类'], '扶贫专项经费'),
];

/** Findings the audit also accepts: the same figures told again, or its last section. */
const ACCEPTED: Readonly<Record<Name, readonly RegExp[]>> = {
  A: [/^(?:I09|I19|N\d\d) /],
  B: [/^F02 hint/, /^(?:I19|I21|N0[4-9]|N1\d) /],
};

/** Statements that hold: a finding at 错误 or 核实 that quotes one of them alone is a false alarm. */
const HOLDS: Readonly<Record<Name, readonly string[]>> = {
  A: [
    '规划设计股4个股室', '编制总数16人', '事业编制15人', '中期调整增加60.61万元', '一般公共预算收入197.39万元，占86.8%', '政府性基金预算财政拨款收入30万元，占13.2%', '决算收入总计227.39万元',
    '国有资本经营预算财政拨款收入为0万元，占0%', '决算支出总计227.39万元', '141.83万', '其他支出10.35万', '城乡社区支出30万元', '结转和结余资金0万元', '课题经费等8项', '总数8个', '171.55万元', '55.84万元', '总数3个', '总体进度为100%', '共计0个',
  ],
  B: [
    '预算总体执行率为100%', '项目支出300.10万元', '自评金额共计477.72万元', '租赁费250.3万元', '执行数58万元，完成预算的100%', '执行数151.02万元', '项目8个', '奖补类项目0个', '共涉及资金300.1万元', '21个乡镇', '397个',
  ],
};

const plain = (text: string): string => text.replaceAll(/\s|\[bookmark:[^\]]*\]/g, '').replaceAll(',', '，');
const said = ({ code, level, quotes, computed }: ProofFinding): string => `${code} ${level} ${quotes.map(({ text }) => plain(text)).join('｜')} ${computed}`;
const fits = (finding: ProofFinding, { level, quotes, computed }: Verdict): boolean =>
  finding.level === level && quotes.every((piece) => finding.quotes.some(({ text }) => plain(text).includes(piece))) && (computed === undefined || finding.computed.includes(computed));

const found: Readonly<Record<Name, () => readonly ProofFinding[]>> = { A: () => proofread(report('A')).findings, B: () => proofread(report('B')).findings };

test.each(VERDICTS.map((one) => [one.id, one] as const))('%s is found at its level', (_, one) => {
  expect(found[one.report]().filter((finding) => fits(finding, one)).map(said)).not.toEqual([]);
});

test.each(['A', 'B'] as const)('report %s: nothing that holds raises 错误 or 核实; precision and recall', (name) => {
  const findings = found[name]();
  const serious = findings.filter(({ level }) => level !== 'hint');
  const wanted = VERDICTS.filter((one) => one.report === name);
  const unexpected = serious.filter((finding) => !wanted.some((one) => fits(finding, one)) && !ACCEPTED[name].some((pattern) => pattern.test(`${finding.code} ${finding.level}`)));
  const alarms = serious.filter((finding) => HOLDS[name].some((piece) => finding.quotes.every(({ text }) => plain(text).includes(piece))));
  const recalled = wanted.filter((one) => findings.some((finding) => fits(finding, one)));
  console.log(`报告${name}：应发现 ${wanted.length}，已发现 ${recalled.length}（召回 ${(100 * recalled.length / wanted.length).toFixed(1)}%）；错误、核实共 ${serious.length}，误报 ${unexpected.length}（准确 ${(100 * (1 - unexpected.length / serious.length)).toFixed(1)}%）`);
  expect(unexpected.map(said)).toEqual([]);
  expect(alarms.map(said)).toEqual([]);
});

/** Figures of the reports that another figure holds fast: totals and parts, shares, rates, repetitions, project lists. */
const HELD: Readonly<Record<Name, RegExp>> = {
  A: /编制总数|事业编制|工勤编制|收入年初预算|中期调整|调整后财政|一般公共预算|政府性基金|决算收入总计|年初预算支出|^基本支出|^项目支出|决算支出总计|(?:服务|就业|保障|健康|社区|农林水|信息等|业等)支出|年初财政拨款|财政拨款预算执行|涉及预算总金额/,
  B: /全年预算数|年终决算数|^其中基本支出|^基本支出|^项目支出|部门整体支出$|人员经费|公用经费|租赁费|^执行数|完成预算的|业务费|共涉及资金/,
};

test.each(['A', 'B'] as const)('report %s with one held figure changed at random: found', (name) => {
  const text = report(name);
  const spots = spotsOf(text).filter(({ mention }) => HELD[name].test(mention.label) && /万|%|人|名|个/.test(mention.figure.unit));
  const missed: string[] = [];
  let runs = 0;
  fc.assert(fc.property(fc.constantFrom(...spots), fc.nat(20), fc.nat(8), (spot, place, shift) => {
    const digits = withOtherDigit(spot.digits, place, shift);
    fc.pre(differsBy(spot.digits, digits, '0.03'));
    runs += 1;
    if (newFindings(text, typedOver(text, spot, digits), spot).length === 0) missed.push(`${spot.mention.label}${spot.digits}→${digits}`);
  }), { seed, numRuns: 150 });
  console.log(`报告${name}，种子 ${seed}：改动 ${runs} 处，发现 ${runs - missed.length} 处；未发现：${missed.join('；') || '无'}`);
  expect(missed).toEqual([]);
});

import { checkSnapshot, type Checked } from '../../actions/checkSnapshot';
import type { Finding, Level } from '../../check/check';
import { evaluate, type CellRef, type Evaluation } from '../../evaluation/evaluate';
import { ok, type Result } from '../../values/result';
import { readWorkbook } from '../../workbook/readWorkbook';
import { openFilledFile } from '../openWorkbookFile';
import { jsonText, printable, type Terminal } from '../terminal';
import { DONE, FOUND_ERRORS, type Failure, type Verb } from '../verb';

/** 一键校验 of a file; nothing is written. */
export const check: Verb = {
  name: 'check',
  about: '校验工作簿，列出错误、核实和提示',
  argument: { name: '文件.xlsx', about: '用套表填报的工作簿', required: true },
  options: { json: { value: null, about: '以 JSON 输出' }, 'last-year': { value: '文件.xlsx', about: '上年的工作簿：核对年初结转、上年数' } },
  more: [
    'JSON：{pack, packVersion, findings: [{code, level, sheet, cell, field, item, message, found, expected, difference, remedy, source, explanation}], notChecked: [{code, title, field, reason}]}',
    'level：error 错误（须改正）、warning 核实（须说明）、hint 提示；field 是字段 id 或 清单id[行键].列id；explanation 是工作簿里的单位说明。',
    '退出码：0 没有错误，1 有错误，2 文件读不了。',
  ],
  run: async ({ argument, values, switches }, terminal) => {
    const opened = await openFilledFile(argument ?? '', terminal);
    if (!opened.ok) return opened;
    const { pack, snapshot } = opened.value;
    const before = values.get('last-year');
    const lastYear = before === undefined ? ok(null) : await evaluationIn(before, terminal);
    if (!lastYear.ok) return lastYear;
    terminal.stage('正在校验');
    const checked = await checkSnapshot(pack.form, pack.plan, snapshot, lastYear.value);
    if (!checked.ok) return checked;
    terminal.out(switches.has('json') ? jsonText(asJson(checked.value)) : printable(lines(checked.value).join('\n')));
    return ok(checked.value.counts.error > 0 ? FOUND_ERRORS : DONE);
  },
};

/** What a workbook of ours holds, computed by the engine from what was typed. */
async function evaluationIn(path: string, terminal: Terminal): Promise<Result<Evaluation, Failure>> {
  const opened = await openFilledFile(path, terminal);
  if (!opened.ok) return opened;
  const { pack: { form, plan }, snapshot } = opened.value;
  return ok(evaluate(form, readWorkbook(form, plan, snapshot).entries));
}

function asJson({ findings, unchecked, explanations, evaluation }: Checked): unknown {
  const { pack } = evaluation.form;
  return {
    pack: pack.id, packVersion: pack.version,
    findings: findings.map((finding) => ({
      code: finding.code, level: finding.level, sheet: finding.sheet, cell: finding.address, field: fieldOf(evaluation, finding.refs[0]), item: finding.item,
      message: finding.message, found: finding.found, expected: finding.expected, difference: finding.difference, remedy: finding.remedy, source: finding.source,
      explanation: explanations.get(finding.key) ?? '',
    })),
    notChecked: unchecked.map(({ code, title, refs, reason }) => ({ code, title, field: fieldOf(evaluation, refs[0]), reason })),
  };
}

/** Field id, or `list[row key].column`; a row nobody stamped yet goes by its number. Null when no cell is concerned. */
function fieldOf(evaluation: Evaluation, ref: CellRef | undefined): string | null {
  if (!ref) return null;
  if ('field' in ref) return ref.field;
  const key = evaluation.rowKey(ref.list, ref.row);
  return `${ref.list}[${key === '' ? `#${ref.row + 1}` : key}].${ref.column}`;
}

const HEADINGS: readonly (readonly [Level, string])[] = [['error', '错误（须改正）'], ['warning', '核实（须说明）'], ['hint', '提示']];

function lines({ findings, unchecked, counts, explanations }: Checked): readonly string[] {
  const entry = (finding: Finding, i: number): readonly string[] => {
    const explanation = explanations.get(finding.key);
    return [`${i + 1}. ${finding.message}（${finding.code}）`, `   依据：${finding.source}`, ...(explanation === undefined ? [] : [`   单位说明：${explanation}`])];
  };
  return [
    `错误 ${counts.error} 条，核实 ${counts.warning} 条，提示 ${counts.hint} 条；未能校验 ${unchecked.length} 项。`,
    ...HEADINGS.flatMap(([level, heading]) => {
      const found = findings.filter((finding) => finding.level === level);
      return found.length > 0 ? ['', heading, ...found.flatMap(entry)] : [];
    }),
    ...(unchecked.length > 0 ? ['', '未能校验', ...unchecked.map(({ code, title, reason }) => `- ${title}：${reason}（${code}）`)] : []),
  ];
}

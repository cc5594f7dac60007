import { basename } from 'node:path';
import { reportSheet } from '../../actions/reportSheet';
import { evaluate, type Evaluation } from '../../evaluation/evaluate';
import { readReportFile } from '../../files/readReportFile';
import { LIMITS } from '../../files/reading/limits';
import type { ProofReport } from '../../proofread/findings';
import { proofread as proofreadText } from '../../proofread/proofread';
import { workbookFacts } from '../../proofread/workbookFacts';
import type { Level } from '../../values/level';
import { ok, type Result } from '../../values/result';
import { readInput } from '../disk';
import { openFilledFile } from '../openWorkbookFile';
import { jsonText, printable, type Terminal } from '../terminal';
import { DONE, FOUND_ERRORS, type Failure, type Verb } from '../verb';

/** 校对: the text of a report against itself and against a workbook; nothing is written. */
export const proofread: Verb = {
  name: 'proofread',
  about: '校对报告文字：数字前后是否一致，占比、合计是否算对，编号、用词有无差错',
  argument: { name: '文件.txt|.docx|.xlsx', about: '报告文字；写工作簿时校对其中的自评报告', required: true },
  options: {
    against: { value: '文件.xlsx', about: '同时与这个工作簿里的数核对；校对工作簿里的报告时，默认与该工作簿核对' },
    json: { value: null, about: '以 JSON 输出' },
  },
  more: [
    'JSON：{findings: [{code, level, quotes: [原文], offsets: [[起, 止]], stated, computed, message}], notChecked: [{code, reason}]}',
    'level：error 错误（须改正）、warning 核实（须说明）、hint 提示；offsets 是原文在文字中的位置（UTF-16，止不含），与 quotes 一一对应。',
    '退出码：0 没有错误，1 有错误，2 文件读不了。',
  ],
  run: async ({ argument, values, switches }, terminal) => {
    const report = await readReport(argument ?? '', terminal);
    if (!report.ok) return report;
    const against = values.get('against');
    const opened = against === undefined ? null : await openFilledFile(against, terminal);
    if (opened && !opened.ok) return opened;
    const evaluation = opened ? evaluate(opened.value.pack.form, opened.value.reading.entries) : report.value.evaluation;
    terminal.stage('正在校对');
    const { text } = report.value;
    const found = proofreadText(text, evaluation && workbookFacts(evaluation));
    terminal.out(switches.has('json') ? jsonText(asJson(found)) : printable(lines(text, found).join('\n')));
    return ok(found.findings.some(({ level }) => level === 'error') ? FOUND_ERRORS : DONE);
  },
};

interface ReportText {
  readonly text: string;
  /** The workbook the report stands in. */
  readonly evaluation: Evaluation | null;
}

async function readReport(path: string, terminal: Terminal): Promise<Result<ReportText, Failure>> {
  if (/\.(xlsx|xlsm|xls|et)$/i.test(path)) {
    const opened = await openFilledFile(path, terminal);
    if (!opened.ok) return opened;
    const { pack: { form }, reading } = opened.value;
    const sheet = reportSheet(form, reading);
    return sheet.ok ? ok({ text: sheet.value.text, evaluation: evaluate(form, reading.entries) }) : sheet;
  }
  const bytes = await readInput(terminal.folder, path, LIMITS.file);
  if (!bytes.ok) return bytes;
  const text = readReportFile(bytes.value, basename(path));
  return text.ok ? ok({ text: text.value, evaluation: null }) : text;
}

function asJson({ findings, notChecked }: ProofReport): unknown {
  return {
    findings: findings.map(({ code, level, quotes, stated, computed, message }) => ({
      code, level, quotes: quotes.map(({ text }) => text), offsets: quotes.map(({ start, end }) => [start, end]), stated, computed, message,
    })),
    notChecked: notChecked.map(({ code, reason }) => ({ code, reason })),
  };
}

const LEVELS: readonly (readonly [Level, string])[] = [['error', '错误（须改正）'], ['warning', '核实（须说明）'], ['hint', '提示']];

function lines(text: string, { findings, notChecked }: ProofReport): readonly string[] {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const lineOf = lineNumbers(text);
  return [
    `错误 ${count('error')} 条，核实 ${count('warning')} 条，提示 ${count('hint')} 条；未能校对 ${notChecked.length} 项。`,
    ...LEVELS.flatMap(([level, heading]) => {
      const found = findings.filter((finding) => finding.level === level);
      return found.length > 0 ? ['', heading, ...found.map(({ code, quotes, message }, i) => `${i + 1}. 第${[...new Set(quotes.map(({ start }) => lineOf(start)))].slice(0, 6).join('、')}行：${message}（${code}）`)] : [];
    }),
    ...(notChecked.length > 0 ? ['', '未能校对', ...notChecked.map(({ code, reason }) => `- ${reason}（${code}）`)] : []),
  ];
}

/** Line numbers by offset, from 1. */
function lineNumbers(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map(({ index }) => index);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

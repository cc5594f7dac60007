import type { CheckReport } from '../actions/check';
import type { HandIn } from '../actions/handIn';
import type { Proofread, ProofSource } from '../actions/proofreadReport';
import type { ReportWritten } from '../actions/writeReport';
import { notWrittenMessage } from './texts';
import type { CheckOutcome, FindingItem, HandInOutcome, Place, ProofOutcome, ReportOutcome } from './assistant';

/** What 一键校验 found, as the page shows it. `at` is when it was asked for. */
export function checkOutcome(report: CheckReport, at: Date): CheckOutcome {
  return {
    findings: report.findings.map((finding) => findingItem(finding, report)),
    repairs: report.repairs,
    notChecked: notCheckedOf(report.unchecked),
    passed: report.outcomes.filter(({ outcome }) => outcome === 'pass').length,
    resultSheet: report.sheet,
    at,
    notWritten: report.notWritten ?? (report.written?.cancelled ? notWrittenMessage : null),
    evaluation: report.evaluation,
  };
}

const MOST_OTHERS = 5;

function findingItem(finding: CheckReport['findings'][number], { explanations, reading }: Pick<CheckReport, 'explanations' | 'reading'>): FindingItem {
  return {
    key: finding.key, code: finding.code, level: finding.level, sheet: finding.sheet, item: finding.item,
    place: finding.address === '' ? null : { sheet: finding.sheet, address: finding.address },
    others: otherPlaces(finding, reading), reasons: finding.reasons,
    text: finding.text, line: `${finding.message}（${finding.code}）`, found: finding.found, expected: finding.expected,
    difference: finding.difference, remedy: finding.remedy, source: finding.source,
    explanation: explanations.get(finding.key) ?? '',
  };
}

function otherPlaces({ refs, sheet, address }: CheckReport['findings'][number], reading: CheckReport['reading']): readonly Place[] {
  const places = refs.flatMap((ref) => reading.locate(ref) ?? []).filter((place) => place.sheet !== sheet || place.address !== address);
  return [...new Map(places.map((place) => [`${place.sheet}!${place.address}`, place])).values()].slice(0, MOST_OTHERS);
}

/** What 生成上报文件 came to. */
export function handInOutcome(handIn: HandIn, at: Date): HandInOutcome {
  const check = checkOutcome(handIn.report, at);
  if (handIn.kind !== 'made') return { kind: handIn.kind, check };
  const { file, edition, codes, unexplained, evaluation, report } = handIn;
  return { kind: 'made', check, file, edition, codes, unexplained: unexplained.map((finding) => findingItem(finding, report)), evaluation };
}

/** One entry for each check, with every reason it gave once. */
function notCheckedOf(unchecked: CheckReport['unchecked']): CheckOutcome['notChecked'] {
  const checks = new Map<string, { readonly code: string; readonly title: string; readonly reasons: Set<string> }>();
  for (const { code, title, reason } of unchecked) {
    const check = checks.get(code) ?? { code, title, reasons: new Set() };
    checks.set(code, check);
    check.reasons.add(reason);
  }
  return [...checks.values()].map(({ code, title, reasons }) => ({ code, title, reason: [...reasons].join('；') }));
}

/** What 生成自评报告 wrote, kept and left open. Gaps lead to the cell that is missing, not to the report. */
export function reportOutcome(report: ReportWritten): ReportOutcome {
  const { reading, kept, gaps, paragraphs, written, sheet } = report;
  const place = (ref: (typeof gaps)[number]['ref']): Place | null => reading.locate(ref);
  return {
    written: paragraphs.length - kept.length,
    kept: kept.map(({ text, ref }) => ({ title: firstWords(text), place: place(ref) })),
    pending: gaps.map(({ kind, label, ref }) => ({ kind, label, place: place(ref) })),
    sheet,
    cancelled: written?.cancelled ?? false,
  };
}

/** What 校对 found, each finding with the cell of its first quotation. */
export function proofOutcome({ text, report, evaluation, locate }: Proofread, source: ProofSource, at: Date): ProofOutcome {
  const findings = report.findings.map((finding) => ({ ...finding, place: locate(finding.quotes[0]?.start ?? 0) }));
  const from = source.kind === 'file' ? source.name : source.kind === 'text' ? '粘贴的文字' : `“${locate(0)?.sheet ?? ''}”表`;
  return { from, text, findings, notChecked: report.notChecked, evaluation, at };
}

/** Enough of a paragraph to recognise it. */
function firstWords(text: string): string {
  const characters = [...text.trim()];
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : characters.join('');
}

import { runChecks } from '../../src/check/runChecks';
import { entriesFromData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { compileForm, type Form } from '../../src/evaluation/form';
import type { Block, CellForm, Pack } from '../../src/pack/pack';
import { cellText, type CellValue } from '../../src/values/cell';
import { PlayedWorkbook, type Plain } from '../cases/playedWorkbook';
import { tinyPack } from '../cases/tinyPack';

/** One field of each kind, and sums over them. */
const kinds: Readonly<Record<string, Omit<CellForm, 'entry'>>> = {
  amount: { content: 'amount' }, signed: { content: 'amount', signed: true }, rate: { content: 'rate' }, count: { content: 'count' },
  score: { content: 'score' }, text: { content: 'text' }, mustText: { content: 'text', required: true }, longText: { content: 'longText' }, date: { content: 'date' },
  choice: { content: 'choice', choices: { list: ['是', '否'] } },
};

const block: Block = {
  type: 'fields', id: 'typed', name: '填报', pairsPerRow: 1, fields: [
    ...Object.entries(kinds).map(([id, form]) => ({ id, label: `格${id}`, entry: 'typed' as const, ...form })),
    { id: 'sum', label: '合计', content: 'amount', entry: 'computed', rule: { kind: 'sum', of: ['typed.amount', 'typed.signed'] } },
    { id: 'ratio', label: '占比', content: 'rate', entry: 'computed', rule: { kind: 'ratio', numerator: 'typed.signed', denominator: 'typed.amount' } },
  ],
};

const pack: Pack = { ...tinyPack, sheets: [...tinyPack.sheets, { id: 'typed', name: '填报', title: '填报', blocks: [block] }] };
const compiled = compileForm(pack);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
export const form: Form = compiled.value;

export interface Answer {
  /** Code and level of each finding about the cell, e.g. `V01 error`. */
  readonly findings: readonly string[];
  /** The whole messages. */
  readonly says: string;
  readonly expected: readonly string[];
  /** What the product computes with it. */
  readonly sum: string;
  readonly ratio: string;
  /** How the cell reads. */
  readonly read: CellValue | undefined;
}

/** Types one thing into one cell of a workbook and presses 一键校验. */
export function typed(field: string, value: Plain, besides: Readonly<Record<string, Plain>> = {}): Answer {
  const workbook = new PlayedWorkbook(form, { pack: 'tiny', fields: {}, lists: {} });
  for (const [id, other] of Object.entries({ ...besides, [field]: value })) workbook.put({ field: `typed.${id}` }, other);
  workbook.recalculate();
  const reading = workbook.read();
  const evaluation = evaluate(form, reading.entries);
  const checked = runChecks(form, evaluation, reading);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const { findings } = checked.value;
  return {
    findings: findings.map(({ code, level }) => `${code} ${level}`), says: findings.map(({ message }) => message).join('\n'),
    expected: findings.map(({ expected }) => expected),
    sum: cellText(evaluation.at({ field: 'typed.sum' })), ratio: cellText(evaluation.at({ field: 'typed.ratio' })),
    read: reading.entries.fields.get(`typed.${field}`),
  };
}

/** Entries with these typed values, for a file. */
export function entriesOf(fields: Readonly<Record<string, string | number>>): ReturnType<typeof entriesFromData> {
  return entriesFromData(form, { pack: 'tiny', fields: Object.fromEntries(Object.entries(fields).map(([id, value]) => [`typed.${id}`, value])), lists: {} });
}

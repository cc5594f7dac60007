import { blockAddress, MAX_ROWS, parseBlock, parseReference } from '../values/address';
import { BLANK, isErrorCode, numberCell, textCell, type CellValue } from '../values/cell';
import type { CellContent, JournalStep, UndoChange } from './change';
import type { LineEdit } from './misplacedLines';
import type { CellBlock } from './plan';

/**
 * The journal as text. Contents of cells are short: null leaves alone, "" is blank, text and truth stand for themselves,
 * `{n}` a number, `{f}` a formula, `{e}` an error.
 */
export function encodeUndo(undo: readonly UndoChange[]): string {
  return JSON.stringify(undo.map((change) => {
    switch (change.kind) {
      case 'removeSheet': return { ...change, typed: change.typed.map((block) => blockAddress(block)) };
      case 'reshapeSheet': return { ...change, typed: change.typed.map((block) => blockAddress(block)), left: blockAddress(change.left), before: blockAddress(change.before) };
      case 'setCells': return { ...change, block: blockAddress(change.block), cells: encodeCells(change.cells), written: encodeCells(change.written) };
      default: return change;
    }
  }));
}

export function encodeJournal(steps: readonly JournalStep[]): string {
  return JSON.stringify(steps.map((step) => ({ ...step, undo: encodeUndo(step.undo) })));
}

/** Steps in order, newest last. What is not a step of ours is left out: the text comes from a file. */
export function decodeJournal(text: string): readonly JournalStep[] {
  const list = parse(text);
  return Array.isArray(list) ? list.flatMap((item: unknown) => decodeStep(item) ?? []) : [];
}

/** The step that 还原 would take back: the last one that is done or was left open. */
export function lastStep(steps: readonly JournalStep[]): JournalStep | null {
  return [...steps].reverse().find((step) => step.state === 'done' || step.state === 'open') ?? null;
}

function decodeStep(item: unknown): JournalStep | null {
  if (!isRecord(item) || typeof item['undo'] !== 'string') return null;
  const { id, title, at, state } = item;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof at !== 'string') return null;
  if (state !== 'open' && state !== 'done' && state !== 'restored' && state !== 'undone') return null;
  const undo = decodeUndo(item['undo']);
  return undo && { id, title, at, state, undo };
}

/** How to take a step back; null when the text is damaged. */
export function decodeUndo(text: string): readonly UndoChange[] | null {
  const list = parse(text);
  if (!Array.isArray(list)) return null;
  const changes = list.map((item: unknown) => decodeChange(item));
  return changes.every((change): change is UndoChange => change !== null) ? changes : null;
}

function decodeChange(item: unknown): UndoChange | null {
  if (!isRecord(item)) return null;
  switch (item['kind']) {
    case 'removeSheet': {
      const { name, filled } = item;
      const typed = blocks(item['typed']);
      return typeof name === 'string' && typeof filled === 'string' && typed ? { kind: 'removeSheet', name, filled, typed } : null;
    }
    case 'setCells': {
      const sheet = sheetRef(item['sheet']);
      const block = typeof item['block'] === 'string' ? parseBlock(item['block']) : null;
      const cells = decodeCells(item['cells'], block), written = decodeCells(item['written'], block);
      return sheet && block && cells && written ? { kind: 'setCells', sheet, block, cells, written, lift: item['lift'] === true } : null;
    }
    case 'reshapeSheet': {
      const { filled, region, edits } = item;
      const sheet = sheetRef(item['sheet']);
      const typed = blocks(item['typed']);
      const [left, before] = blocks([item['left'], item['before']]) ?? [];
      const lines = Array.isArray(edits) ? edits.map((edit: unknown) => lineEdit(edit)) : [null];
      return sheet && typed && left && before && typeof filled === 'string' && typeof region === 'string' && lines.every((edit): edit is LineEdit => edit !== null)
        ? { kind: 'reshapeSheet', sheet, edits: lines, typed, filled, region, left, before } : null;
    }
    case 'pointNames': {
      const names = Array.isArray(item['names']) ? item['names'].map((name: unknown) => pointedName(name)) : [null];
      return names.every((name): name is PointedName => name !== null) ? { kind: 'pointNames', names } : null;
    }
    case 'removeNames': {
      const names = item['names'];
      return Array.isArray(names) && names.every((name): name is string => typeof name === 'string') ? { kind: 'removeNames', names } : null;
    }
    case 'renameSheet': {
      const sheet = sheetRef(item['sheet']);
      return sheet && typeof item['to'] === 'string' ? { kind: 'renameSheet', sheet, to: item['to'] } : null;
    }
    case 'restoreStore': {
      const before = item['before'];
      if (before === null) return { kind: 'restoreStore', before };
      if (!isRecord(before)) return null;
      const { pack, packHash, layoutVersion } = before;
      return typeof pack === 'string' && typeof packHash === 'string' && typeof layoutVersion === 'number' ? { kind: 'restoreStore', before: { pack, packHash, layoutVersion } } : null;
    }
    default: return null;
  }
}

function sheetRef(item: unknown): { readonly id: string; readonly name: string } | null {
  return isRecord(item) && typeof item['id'] === 'string' && typeof item['name'] === 'string' ? { id: item['id'], name: item['name'] } : null;
}

function lineEdit(item: unknown): LineEdit | null {
  if (!isRecord(item)) return null;
  const { axis, kind, at, count } = item;
  if ((axis !== 'row' && axis !== 'column') || (kind !== 'insert' && kind !== 'delete')) return null;
  return isCount(at, 0) && isCount(count, 1) ? { axis, kind, at, count } : null;
}

function isCount(item: unknown, least: number): item is number {
  return typeof item === 'number' && Number.isInteger(item) && item >= least && item < MAX_ROWS;
}

type PointedName = Extract<UndoChange, { kind: 'pointNames' }>['names'][number];

function pointedName(item: unknown): PointedName | null {
  return isRecord(item) && typeof item['name'] === 'string' && typeof item['reference'] === 'string' && parseReference(item['reference']) !== null
    ? { name: item['name'], reference: item['reference'] } : null;
}

function blocks(item: unknown): readonly CellBlock[] | null {
  if (!Array.isArray(item)) return null;
  const parsed = item.map((address: unknown) => (typeof address === 'string' ? parseBlock(address) : null));
  return parsed.every((block): block is CellBlock => block !== null) ? parsed : null;
}

function encodeCells(cells: readonly (readonly CellContent[])[]): unknown {
  return cells.map((row) => row.map((content) => {
    if (content === null) return null;
    return 'formula' in content ? { f: content.formula } : encodeValue(content.value);
  }));
}

function encodeValue(value: CellValue): unknown {
  switch (value.kind) {
    case 'blank': return '';
    case 'text': return value.text;
    case 'truth': return value.value;
    case 'number': return { n: value.value.toString() };
    case 'error': return { e: value.code };
  }
}

function decodeCells(item: unknown, block: CellBlock | null): readonly (readonly CellContent[])[] | null {
  if (!Array.isArray(item) || !block || item.length !== block.rowCount) return null;
  const rows = item.map((row: unknown) => (Array.isArray(row) && row.length === block.columnCount ? row.map((cell: unknown) => decodeContent(cell)) : null));
  if (!rows.every((row): row is (CellContent | undefined)[] => row !== null)) return null;
  return rows.every((row): row is CellContent[] => row.every((cell) => cell !== undefined)) ? rows : null;
}

function decodeContent(item: unknown): CellContent | undefined {
  if (item === null) return null;
  if (item === '') return { value: BLANK };
  if (typeof item === 'string') return { value: textCell(item) };
  if (typeof item === 'boolean') return { value: { kind: 'truth', value: item } };
  if (!isRecord(item)) return undefined;
  if (typeof item['f'] === 'string' && item['f'].startsWith('=')) return { formula: item['f'] };
  if (typeof item['n'] === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(item['n'])) return { value: numberCell(item['n']) };
  if (typeof item['e'] === 'string' && isErrorCode(item['e'])) return { value: { kind: 'error', code: item['e'] } };
  return undefined;
}

function isRecord(item: unknown): item is Record<string, unknown> {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

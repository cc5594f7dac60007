import { difference, type Drift } from './difference';
import type { Change } from './change';
import { obstacleWords, wordsFor } from './lineWords';
import { editsFor, misplacedLines, type MisplacedLines } from './misplacedLines';
import type { Plan, PlannedSheet } from './plan';
import type { FoundSheet, Snapshot } from './snapshot';

/** Something of the template that is not as it was laid out, and how to put it back; typed cells are never among them. */
export interface TemplateFault {
  readonly kind: 'lines' | 'formula' | 'label' | 'name' | 'sheet' | 'tabName' | 'protection';
  /** Tab name now; of a deleted sheet the planned one. */
  readonly sheet: string;
  /** A1 address; null where a whole sheet or a name is meant. */
  readonly address: string | null;
  readonly found: string;
  readonly expected: string;
  /** Null where only people can put it back. */
  readonly change: Change | null;
  /** Everything is read as it should be: rows without content in a list. */
  readonly harmless?: boolean;
}

/**
 * Tampering and drift (faults.md A01, A02, A05, A07–A09, A17): rows and columns inserted or deleted, formulas and labels that differ, names gone or
 * pointed elsewhere, sheets deleted or renamed, protection taken away.
 */
export function templateFaults(plan: Plan, snapshot: Snapshot): readonly TemplateFault[] {
  const { changes, drift, emptied } = difference(plan, snapshot);
  const added = new Set(changes.flatMap((change) => (change.kind === 'addSheet' ? [change.sheet.id] : [])));
  return [
    ...plan.sheets.flatMap((sheet): TemplateFault[] => {
      const lines = misplacedLines(plan, snapshot).get(sheet.id);
      const found = snapshot.sheets.find(({ id }) => id === sheet.id);
      return lines && found ? [linesFault(sheet, found, lines)] : [];
    }),
    ...changes.flatMap((change): TemplateFault[] => {
      if (change.kind === 'addSheet') return [{ kind: 'sheet', sheet: change.sheet.name, address: null, found: '无', expected: change.sheet.name, change }];
      if (change.kind !== 'addName') return [];
      const found = added.has(change.name.sheet) ? '随表丢失' : '缺失或指向别处';
      return [{ kind: 'name', sheet: change.sheet.name, address: null, found, expected: change.name.name, change }];
    }),
    ...[...emptied, ...drift].map(driftFault),
    ...plan.sheets.flatMap(({ id, name }): TemplateFault[] => {
      const sheet = snapshot.sheets.find((candidate) => candidate.id === id);
      if (!sheet) return [];
      const ref = { id, name: sheet.name };
      return [
        ...(sheet.protection === 'none' ? [{ kind: 'protection', sheet: sheet.name, address: null, found: '未保护', expected: '锁定公式和表头', change: { kind: 'protectSheet', sheet: ref } } as const] : []),
        ...(sheet.name === name ? [] : [{ kind: 'tabName', sheet: sheet.name, address: null, found: sheet.name, expected: name, change: { kind: 'renameSheet', sheet: ref, to: name } } as const]),
      ];
    }),
  ];
}

function linesFault(sheet: PlannedSheet, found: FoundSheet, lines: MisplacedLines): TemplateFault {
  const obstacle = obstacleWords(lines);
  const { row = 0, column = 0, cells = [] } = found.region ?? {};
  return {
    kind: 'lines', sheet: found.name, address: null, ...wordsFor(sheet, lines), ...(obstacle === null ? {} : { expected: obstacle }),
    harmless: lines.spareRoom,
    change: obstacle === null ? {
      kind: 'reshapeSheet', sheet: { id: sheet.id, name: found.name }, edits: editsFor(lines), adopted: lines.adopted, planned: sheet,
      found: { row, column, rowCount: cells.length, columnCount: cells[0]?.length ?? 0 },
    } : null,
  };
}

function driftFault({ sheet, address, found, expected, back }: Drift): TemplateFault {
  return { kind: expected.startsWith('=') ? 'formula' : 'label', sheet, address, found, expected, change: back };
}

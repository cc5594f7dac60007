import { type LexerTreeBuilder, generateStringWithSequence, sequenceNodeType } from '@univerjs/engine-formula';
import { type Area, type Move, columnLetters, parseAddress, quoteSheetName, rebase } from '../grid';

const CORNER = /(\$?)([A-Za-z]*)(\$?)(\d*)$/;

/** One corner of a reference, with the `$` it had. */
function corner(old: string, row: number, column: number): string {
  const [, columnMark = '', letters = '', rowMark = '', digits = ''] = CORNER.exec(old) ?? [];
  return `${letters === '' ? '' : columnMark + columnLetters(column)}${digits === '' ? '' : rowMark + String(row + 1)}`;
}

function movedReference(token: string, sheetOf: (name: string | null) => string | null, move: Move): string {
  const parsed = parseAddress(token);
  const sheetId = parsed && sheetOf(parsed.sheetName);
  if (!parsed || sheetId === null || sheetId !== move.area.sheetId) return token;
  const area: Area = { sheetId, ...parsed.area };
  const moved = rebase(area, move);
  if (!moved) return '#REF!';
  const prefix = /^(?:'(?:[^']|'')+'|[^'!]+)!/.exec(token)?.[0] ?? '';
  const [first = '', second] = token.slice(prefix.length).split(':');
  const start = corner(first, moved.row, moved.column);
  return prefix + (second === undefined ? start : `${start}:${corner(second, moved.row + moved.rows - 1, moved.column + moved.columns - 1)}`);
}

function mapReferences(lexer: LexerTreeBuilder, formula: string, change: (token: string) => string): string {
  const nodes = formula.startsWith('=') ? lexer.sequenceNodesBuilder(formula) : null;
  if (!nodes) return formula;
  const changed = nodes.map((node) =>
    typeof node === 'string' || node.nodeType !== sequenceNodeType.REFERENCE ? node : { ...node, token: change(node.token) },
  );
  const text = generateStringWithSequence(changed);
  return text.startsWith('=') ? text : `=${text}`;
}

/** A formula after cells moved: its references follow, with or without `$`. `sheetOf` gives the id behind a sheet name. */
export const movedReferences = (
  lexer: LexerTreeBuilder,
  formula: string,
  sheetOf: (name: string | null) => string | null,
  move: Move,
): string => mapReferences(lexer, formula, (token) => movedReference(token, sheetOf, move));

/** A formula after a sheet got another name. */
export const renamedReferences = (lexer: LexerTreeBuilder, formula: string, before: string, after: string): string =>
  mapReferences(lexer, formula, (token) => {
    if (parseAddress(token)?.sheetName !== before) return token;
    return `${quoteSheetName(after)}!${token.slice(token.lastIndexOf('!') + 1)}`;
  });

import type { PackFault } from '../pack/fault';
import type { Block, Content, FieldForm, Pack, SheetForm } from '../pack/pack';
import type { Form } from './form';
import { matrixCell } from './matrix';
import { MOST_FIGURES } from './rules/checkCode';

const BLOCK = 'signOff';

/** Id of the field that holds a form's 校验码. */
export function checkCodeField(sheet: string): string {
  return `${BLOCK}.${sheet}`;
}

/** The 校验码 of a form people sign as a block of its own, or null for a sheet nobody signs. */
export function checkCodeBlock(pack: Pack, sheet: SheetForm): Extract<Block, { type: 'fields' }> | null {
  if (!pack.signing || !sheet.signOff) return null;
  const code: FieldForm = {
    id: sheet.id, label: '校验码', name: sheet.name, content: 'text', entry: 'computed', rule: { kind: 'checkCode', of: keyFigures(sheet) },
  };
  return { type: 'fields', id: BLOCK, name: '校验码', pairsPerRow: 1, fields: [code] };
}

/**
 * Key figures of a form: those the pack names, else the printed amounts, counts and scores of its total rows and single fields;
 * of a matrix without totals all of them.
 */
function keyFigures(sheet: SheetForm): readonly string[] {
  return sheet.signOff?.figures ?? sheet.blocks.filter((block) => block.place !== 'right').flatMap(figuresOf);
}

function figuresOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'fields': return block.fields.filter(isFigure).map((field) => `${block.id}.${field.id}`);
    case 'grid': return block.rows.flatMap((row) => row.cells.flatMap(({ field }) => (field && isFigure(field) ? [`${block.id}.${field.id}`] : [])));
    case 'list': return Object.keys(block.totals ?? {}).map((column) => `${block.id}.total.${column}`);
    case 'matrix': {
      const totals = block.rows.filter((row) => row.emphasis !== undefined);
      return (totals.length > 0 ? totals : block.rows).flatMap((row) => block.columns.flatMap((column) =>
        !column.helper && isFigure(matrixCell(block, row.id, column.id)) ? [`${block.id}.${row.id}.${column.id}`] : []));
    }
    default: return [];
  }
}

function isFigure({ content, entry }: { readonly content: Content; readonly entry: string }): boolean {
  return entry !== 'none' && (content === 'amount' || content === 'count' || content === 'score' || content === 'number');
}

/** What is wrong with the pack's 签章栏 and 金额单位; every fault at once. */
export function signOffFaults(form: Form): readonly PackFault[] {
  const { pack } = form;
  const unknown = (pack.signing ?? []).flatMap(({ field }, i): PackFault[] =>
    form.fields.has(field) ? [] : [{ path: `signing[${i}].field`, found: field, expected: '本模板的一个字段 id' }]);
  const choices = pack.unitChoice === undefined ? null : form.fields.get(pack.unitChoice)?.form.choices;
  const unit = choices === null || (choices && 'list' in choices && choices.list.join() === '万元,元') ? []
    : [{ path: 'unitChoice', found: pack.unitChoice ?? '', expected: '可选“万元”“元”两项的字段 id' }];
  const codes = pack.sheets.flatMap((sheet, s): PackFault[] => {
    if (!sheet.signOff) return [];
    if (!pack.signing) return [{ path: `sheets[${s}].signOff`, found: sheet.id, expected: '有签章栏的表，模板包须写 signing' }];
    const count = keyFigures(sheet).length;
    return count >= 1 && count <= MOST_FIGURES ? [] : [{ path: `sheets[${s}].signOff.figures`, found: `${count} 个`, expected: `校验码用 1 至 ${MOST_FIGURES} 个主要数据` }];
  });
  return [...unknown, ...unit, ...codes];
}

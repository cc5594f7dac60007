import type { CellRef } from '../evaluation/evaluate';
import type { ReportParagraph } from './state';

/** A row of the report sheet: what people see, and the hidden columns that remember where it came from. */
export interface ReportRow {
  readonly text: string;
  /** New wording beside a paragraph the person changed; blank when there is nothing to choose. */
  readonly proposal: string;
  /** Paragraph id; blank for a row the person added. */
  readonly id: string;
  /** Text as last generated: a row whose text differs from it was edited. */
  readonly generated: string;
  /** Field ids and list cells, separated by a blank. */
  readonly sources: string;
}

export interface MergedReport {
  readonly rows: readonly ReportRow[];
  /** Ids of paragraphs kept because a person changed them. */
  readonly kept: readonly string[];
  /** How many rows of the person's own stand in the report. */
  readonly own: number;
}

/**
 * Puts a newly generated report into what stands on the sheet. Paragraphs nobody touched are replaced; an edited one stays as it is
 * with the new text beside it; one that was cleared stays cleared; rows people added stay behind the paragraph they followed;
 * an edited paragraph the template no longer has becomes the person's own.
 */
export function mergeReport(standing: readonly ReportRow[], generated: readonly ReportParagraph[]): MergedReport {
  const before = new Map<string, ReportRow>();
  const following = new Map<string, ReportRow[]>();
  const ids = new Set(generated.map((paragraph) => paragraph.id));
  let anchor = '';
  for (const row of standing) {
    const own = row.id === '' || before.has(row.id) || (!ids.has(row.id) && edited(row));
    if (!own) {
      before.set(row.id, row);
      if (ids.has(row.id)) anchor = row.id;
    } else if (row.text !== '') {
      following.set(anchor, [...(following.get(anchor) ?? []), { text: row.text, proposal: '', id: '', generated: '', sources: '' }]);
    }
  }
  const kept: string[] = [];
  const rows = generated.flatMap((paragraph): readonly ReportRow[] => {
    const fresh: ReportRow = { text: paragraph.text, proposal: '', id: paragraph.id, generated: paragraph.text, sources: sourcesText(paragraph.sources) };
    const old = before.get(paragraph.id);
    const after = following.get(paragraph.id) ?? [];
    if (!old || !edited(old) || old.text === paragraph.text) return [fresh, ...after];
    kept.push(paragraph.id);
    return [{ ...fresh, text: old.text, proposal: paragraph.text }, ...after];
  });
  const first = following.get('') ?? [];
  return { rows: [...first, ...rows], kept, own: [...following.values()].flat().length };
}

/** Line ends and outer blanks are not an edit: spreadsheets change them by themselves. */
function edited(row: ReportRow): boolean {
  return plain(row.text) !== plain(row.generated);
}

function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/** `income.total.final functions[2].final`. */
export function sourcesText(sources: readonly CellRef[]): string {
  return sources.map((ref) => ('field' in ref ? ref.field : `${ref.list}[${ref.row}].${ref.column}`)).join(' ');
}

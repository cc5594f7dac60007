import type { CellRef } from '../evaluation/evaluate';
import type { Figure } from './figure';

/** 0 title, 1 一、, 2 （一）, 3 1., or running text. */
export type ParagraphLevel = 0 | 1 | 2 | 3 | 'text';

/** One paragraph of the report: one row of the sheet, one paragraph of the Word file. */
export interface ReportParagraph {
  /** Stable name: an edited paragraph is recognised by it. */
  readonly id: string;
  readonly level: ParagraphLevel;
  readonly text: string;
  /** Cells whose figures or words stand in it, each once, in the order of appearance. */
  readonly sources: readonly CellRef[];
  /** 【待填：…】 and 【待核：…】 in the text, each with the cell to go to. */
  readonly gaps: readonly Gap[];
}

export interface Gap {
  readonly kind: '待填' | '待核';
  readonly label: string;
  readonly ref: CellRef;
}

/** Register of the render context under which tags and filters find the state. */
export const REPORT_STATE = 'report';

/** What tags and filters share while one report is rendered. */
export class ReportState {
  readonly paragraphs: ReportParagraph[] = [];
  private sources = new Map<string, CellRef>();
  private gaps: Gap[] = [];

  /** Filters tell which figure they printed. */
  printed(figure: Figure): void {
    this.sources.set(JSON.stringify(figure.ref), figure.ref);
  }

  /** The mark for a figure that is missing or doubtful; remembered with the paragraph. */
  mark(gap: Gap): string {
    this.gaps.push(gap);
    return `【${gap.kind}：${gap.label}】`;
  }

  /** Closes a paragraph with what was printed since the last one; an empty one is left out. */
  close(id: string, level: ParagraphLevel, text: string): void {
    const line = text.replaceAll(/\s*\n\s*/g, '').trim();
    const sources = [...this.sources.values()];
    const { gaps } = this;
    this.sources = new Map();
    this.gaps = [];
    if (line === '') return;
    if (this.paragraphs.some((paragraph) => paragraph.id === id)) throw new Error(`duplicate paragraph id: ${id}`);
    this.paragraphs.push({ id, level, text: line, sources, gaps });
  }
}

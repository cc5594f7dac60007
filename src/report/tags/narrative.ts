import { Tag, type Context, type Liquid, type TagToken, type TopLevelToken } from 'liquidjs';
import { cellText } from '../../values/cell';
import { Figure, type Scope } from '../figure';
import { gapMark } from '../filters';
import { REPORT_STATE, type ReportState } from '../state';
import { expectEnd, readArgument } from './tagText';

/**
 * `{% narrative "texts" "1.2" %}`: what the unit wrote for a chapter, one paragraph a line. The list has columns number, title and body.
 * With `required` after it, a blank chapter prints 【待填：title】; else it prints nothing.
 */
export class NarrativeTag extends Tag {
  private readonly list: string;
  private readonly chapter: string;
  private readonly required: boolean;

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    this.list = readArgument(this.tokenizer, 'a list');
    this.chapter = readArgument(this.tokenizer, 'a chapter number');
    this.tokenizer.skipBlank();
    this.required = this.tokenizer.readIdentifier().getText() === 'required';
    expectEnd(this.tokenizer);
  }

  render(context: Context): void {
    const rows = context.getSync([this.list, 'rows']);
    const state = context.getRegister<ReportState>(REPORT_STATE);
    const row = (Array.isArray(rows) ? (rows as readonly Scope[]) : []).find((candidate) => candidate['number'] instanceof Figure && candidate['number'].equals(this.chapter));
    const [body, title] = [row?.['body'], row?.['title']];
    const id = `${this.list}.${this.chapter}`;
    const name = title instanceof Figure ? cellText(title.cell) : this.chapter;
    if (!(body instanceof Figure) || (!body.known && !body.doubtful)) {
      if (!this.required) return;
      // The unit may have removed the chapter's row: then the list itself is the place to go to.
      if (body instanceof Figure) state.printed(body);
      const ref = body instanceof Figure ? body.ref : { list: this.list, row: 0, column: 'body' };
      state.close(id, 'text', state.mark({ kind: '待填', label: name, ref }));
      return;
    }
    const lines = body.doubtful ? [null] : cellText(body.cell).split(/\r?\n/).filter((line) => line.trim() !== '');
    for (const [i, line] of lines.entries()) {
      state.printed(body);
      state.close(i === 0 ? id : `${id}.${i + 1}`, 'text', line ?? gapMark(state, body) ?? '');
    }
  }
}

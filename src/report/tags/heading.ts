import { Tag, type Context, type Liquid, type Parser, type TagToken, type Template, type TopLevelToken } from 'liquidjs';
import { REPORT_STATE, type ParagraphLevel, type ReportState } from '../state';
import { childrenOf, expectEnd, idInRow, readArgument, readBody, readRowName } from './tagText';

/**
 * `{% heading 1 "overview" %}一、部门基本情况{% endheading %}`: a heading of level 1, 2 or 3 with its id.
 * `{% for row in problems.rows %}{% heading 2 "problems" row %}…`: one heading a row, known by the key of the row.
 */
export class HeadingTag extends Tag {
  private readonly level: ParagraphLevel;
  private readonly id: string;
  private readonly row: string;
  private readonly body: Template[];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid);
    const level = readArgument(this.tokenizer, 'level 1, 2 or 3');
    if (level !== '1' && level !== '2' && level !== '3') throw new Error('tag needs level 1, 2 or 3');
    this.level = level === '1' ? 1 : level === '2' ? 2 : 3;
    this.id = readArgument(this.tokenizer, 'an id');
    this.row = readRowName(this.tokenizer);
    expectEnd(this.tokenizer);
    this.body = readBody(this, 'endheading', remaining, parser);
  }

  *render(context: Context): Generator<unknown, void, string> {
    const text = yield this.liquid.renderer.renderTemplates(this.body, context);
    context.getRegister<ReportState>(REPORT_STATE).close(idInRow(this.id, this.row, context), this.level, text);
  }

  children(): Generator<unknown, Template[]> {
    return childrenOf(this.body);
  }
}

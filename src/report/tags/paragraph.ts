import { Tag, type Context, type Liquid, type Parser, type TagToken, type Template, type TopLevelToken } from 'liquidjs';
import { REPORT_STATE, type ReportState } from '../state';
import { childrenOf, expectEnd, idInRow, readArgument, readBody, readRowName } from './tagText';

/**
 * `{% paragraph "income.budget" %}…{% endparagraph %}`: one paragraph; line breaks inside are dropped, an empty one is left out.
 * `{% for row in duties.rows %}{% paragraph "duties" row %}…`: one paragraph a row, known by the key of the row.
 */
export class ParagraphTag extends Tag {
  private readonly id: string;
  private readonly row: string;
  private readonly body: Template[];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid);
    this.id = readArgument(this.tokenizer, 'an id');
    this.row = readRowName(this.tokenizer);
    expectEnd(this.tokenizer);
    this.body = readBody(this, 'endparagraph', remaining, parser);
  }

  *render(context: Context): Generator<unknown, void, string> {
    const text = yield this.liquid.renderer.renderTemplates(this.body, context);
    context.getRegister<ReportState>(REPORT_STATE).close(idInRow(this.id, this.row, context), 'text', text);
  }

  children(): Generator<unknown, Template[]> {
    return childrenOf(this.body);
  }
}

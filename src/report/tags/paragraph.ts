import { Tag, type Context, type Liquid, type Parser, type TagToken, type Template, type TopLevelToken } from 'liquidjs';
import { ROW_KEY } from '../figure';
import { REPORT_STATE, type ReportState } from '../state';
import { childrenOf, expectEnd, readArgument, readBody, readRowName } from './tagText';

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
    context.getRegister<ReportState>(REPORT_STATE).close(this.paragraphId(context), 'text', text);
  }

  children(): Generator<unknown, Template[]> {
    return childrenOf(this.body);
  }

  private paragraphId(context: Context): string {
    if (this.row === '') return this.id;
    const row: unknown = context.getSync([this.row]);
    const key: unknown = typeof row === 'object' && row !== null && ROW_KEY in row ? row[ROW_KEY] : undefined;
    if (typeof key !== 'string') throw new Error('tag needs a list row');
    return `${this.id}.${key}`;
  }
}

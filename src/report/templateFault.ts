/** One thing wrong with a report template: file, line (1-based) and what to do about it. */
export interface TemplateFault {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

const EXPLANATIONS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/undefined variable: (.+)/, (match) => `没有字段“${match[1] ?? ''}”`],
  [/undefined filter: (.+)/, (match) => `没有过滤器“${match[1] ?? ''}”`],
  [/tag "?(\S+?)"? not (?:found|closed)/, (match) => (match[0].includes('closed') ? `标签“${match[1] ?? ''}”没有结束` : `没有标签“${match[1] ?? ''}”`)],
  [/figure without filter/, () => '字段须经过滤器输出，如 {{ income.total.final | 金额 }}'],
  [/filter needs (?:a field|list rows|text|a matrix)/, () => '过滤器用错了对象：金额、百分比、文字等接字段，顿号接清单行，行接固定行的表'],
  [/tag needs (.+)/, (match) => `标签缺少参数（${match[1] ?? ''}）`],
  [/duplicate paragraph id: (.+)/, (match) => `段落号“${match[1] ?? ''}”重复`],
  [/parse length limit/, () => '模板过长'],
  [/(?:memory alloc|template render|template) limit/, () => '模板产生的内容过多或用时过长'],
];

/** Turns what the template engine threw into a fault; the engine's errors carry their token. */
export function templateFault(file: string, error: unknown): TemplateFault {
  const original = error instanceof Error && 'originalError' in error && error.originalError instanceof Error ? error.originalError : error;
  const message = original instanceof Error ? original.message : String(original);
  for (const [pattern, explain] of EXPLANATIONS) {
    const match = pattern.exec(message);
    if (match) return { file, line: lineOf(error), text: explain(match) };
  }
  return { file, line: lineOf(error), text: `模板写法有误（${message.split(', file:')[0] ?? ''}）` };
}

function lineOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('token' in error)) return 1;
  const { token } = error;
  if (typeof token !== 'object' || token === null || !('getPosition' in token) || typeof token.getPosition !== 'function') return 1;
  const position: unknown = token.getPosition();
  return Array.isArray(position) && typeof position[0] === 'number' ? position[0] : 1;
}

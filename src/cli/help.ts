import { usage, type Verb } from './verb';

/** The overview of all verbs. */
export function overview(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return [
    '预算绩效自评助手（终端）：不用打开 Excel，按模板包生成、读取、校验套表工作簿，生成报告文字。',
    '',
    '用法：npm run -s jixiao -- <命令> [选项]',
    '',
    ...verbs.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`),
    '',
    '每个命令加 --help 看用法。结果输出到标准输出，进度和说明输出到标准错误；读取的文件从不改动。',
    '退出码：0 完成，1 校验发现错误，2 没有完成（原因见标准错误；有 --json 时标准输出另有 {"error": {code, message, remedy}}）。',
  ].join('\n');
}

/** Everything about one verb. */
export function verbHelp(verb: Verb): string {
  const rows: (readonly [string, string])[] = [
    ...(verb.argument ? [[verb.argument.name, verb.argument.about] as const] : []),
    ...Object.entries(verb.options).map(([name, { value, required, about }]) => [value === null ? `--${name}` : `--${name} <${value}>`, `${about}${required ? '（必写）' : ''}`] as const),
  ];
  return [`${verb.name}：${verb.about}`, '', `用法：${usage(verb)}`, '', ...rows.map(([name, about]) => `  ${name}  ${about}`), '', ...verb.more].join('\n');
}

import type { SettingFault } from '../../actions/templateSettings/settingFault';
import type { CheckedPack } from '../../actions/checkPack';
import { ok } from '../../values/result';
import { packIn } from '../packFile';
import { jsonText, printable } from '../terminal';
import { DONE, FOUND_ERRORS, type Verb } from '../verb';

/** Everything that is wrong with a pack. */
export const packCheck: Verb = {
  name: 'pack check',
  about: '检查模板包：模板文件、套表里的模板，或模板工作簿的“模板设置”',
  argument: { name: '文件', about: '模板包 .json，或带有模板包的 .xlsx', required: true },
  options: { json: { value: null, about: '以 JSON 输出' } },
  more: [
    '模板包格式见 assets/schema/pack.schema.json 和 assets/packs/README.zh-CN.md；.json 里没有报告模板的，取同一文件夹 report/ 下的。',
    'JSON：{pack: {id, version, title, sheets, fields, checks, rules} 或 null, faults: [{path, sheet, cell, found, expected, example}]}；path 是模板包里的位置，模板设置的错误另有 sheet、cell。',
    '退出码：0 没有错误，1 有错误，2 文件读不了。',
  ],
  run: async ({ argument, switches }, terminal) => {
    const path = argument ?? '';
    const verdict = await packIn(path, terminal);
    if (!verdict.ok) return verdict;
    const faults = 'faults' in verdict.value ? verdict.value.faults : [];
    const summary = 'checked' in verdict.value ? summaryOf(verdict.value.checked) : null;
    if (switches.has('json')) terminal.out(jsonText({ pack: summary, faults: faults.map(asJson) }));
    else terminal.out(printable(summary ? summaryLine(summary) : [`模板包“${path}”有${faults.length}处错误：`, ...faults.map(line)].join('\n')));
    return ok(faults.length > 0 ? FOUND_ERRORS : DONE);
  },
};

interface Summary {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly sheets: number;
  readonly fields: number;
  readonly checks: number;
  readonly rules: number;
}

function summaryOf({ pack, form }: CheckedPack): Summary {
  return {
    id: pack.id, version: pack.version, title: pack.title, sheets: pack.sheets.length, fields: form.fields.size,
    checks: pack.checks.filter(({ applies }) => applies !== false).length, rules: (pack.rules ?? []).length,
  };
}

function summaryLine({ id, version, title, sheets, fields, checks, rules }: Summary): string {
  return `${title}（${id}，版本 ${version}）没有错误：${sheets} 张表，${fields} 个字段，${checks} 处校验，${rules} 条自定义规则。`;
}

function asJson({ place, what, found, expected, example }: SettingFault): object {
  return { path: what, sheet: place?.sheet ?? null, cell: place?.address ?? null, found, expected, example: example ?? null };
}

function line({ place, what, found, expected, example }: SettingFault, i: number): string {
  const where = `${place === null ? '' : `【${place.sheet}】${place.address} `}${what === '' ? '整个文件' : what}`;
  return `${i + 1}. ${where}：${found}；应为：${expected}${example === undefined ? '' : `，例如 ${example}`}`;
}

import { usePack } from '../../src/actions/ourWorkbook';
import { readEvaluationData } from '../../src/evaluation/readData';
import { bundledForm } from '../cases/samplePack';
import { tinyPack, tinyPackText } from '../cases/tinyPack';

/** D03: pack and data files of every kind of malice are refused; all faults are told with their path. */
type Node = Record<string, unknown>;

function changed(change: (pack: Node) => void): string {
  const pack = JSON.parse(tinyPackText) as Node;
  change(pack);
  return JSON.stringify(pack);
}

const firstField = (pack: Node): Node => ((pack['sheets'] as Node[])[0]?.['blocks'] as Node[])[0] ?? {};

test.each<[string, string, RegExp]>([
  ['50 MB', `"${'x'.repeat(50_000_000)}"`, /50000002 个字符，应为不超过 4000000 个字符/],
  ['depth 10,000', '{"a":'.repeat(10_000), /嵌套超过 40 层，应为不超过 40 层/],
  ['duplicate keys', tinyPackText.replace('"year":2023', '"year":2023,"year":2024'), /year：同一成员写了两次，应为每个成员只写一次/],
  ['__proto__', tinyPackText.replace('{', '{"__proto__":{"polluted":true},'), /__proto__：__proto__，应为没有这个成员，请删除/],
  ['wrong type', changed((pack) => { pack['year'] = '2023'; }), /year："2023"，应为整数/],
  ['unknown field', changed((pack) => { firstField(pack)['colour'] = 'red'; }), /sheets\[0\]\.blocks\[0\]\.colour："red"，应为没有这个成员/],
  ['cycle in formulas', changed((pack) => {
    const columns = ((pack['sheets'] as { blocks: { columns: Node[] }[] }[])[1]?.blocks[0]?.columns) ?? [];
    columns[0] = { ...columns[0], entry: 'computed', rule: { kind: 'sum', of: ['adjusted'] } };
  }), /循环：.* → .*，应为计算格不能依赖自己/],
  ['cut off', tinyPackText.slice(0, 500), /文本到此中断/],
  ['no JSON', '<html></html>', /第 1 行第 1 个字符：“<”/],
])('pack: %s', (_name, text, message) => {
  const used = usePack(text);
  expect(used.ok ? null : used.error.text).toMatch(message);
  expect(used.ok ? null : used.error.remedy).toBe('请把这条信息告诉下发模板的财政部门。');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('pack: several faults are told together', () => {
  const used = usePack(changed((pack) => {
    pack['year'] = 'x';
    pack['colour'] = 1;
    delete pack['title'];
  }));
  expect(used.ok ? '' : used.error.text).toMatch(/^模板包有3处错误/);
});

test('the pack is right before it is changed', () => {
  expect(usePack(JSON.stringify(tinyPack)).ok).toBe(true);
});

test('data: as malicious, refused alike, nothing polluted', () => {
  const form = bundledForm('quxian-2023');
  for (const text of [`"${'x'.repeat(50_000_000)}"`, '['.repeat(10_000), '{"pack":"quxian-2023","pack":"quxian-2023"}', '{"pack":"quxian-2023","fields":{"__proto__":{"polluted":true}}}', '{"pack":"quxian-2023","lists":{"indicators":"x"}}']) {
    const read = readEvaluationData(text, form);
    expect(read.ok ? [] : read.error.length).toBe(1);
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

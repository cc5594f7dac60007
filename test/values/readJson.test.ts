import fc from 'fast-check';
import { readJson, type JsonFault } from '../../src/values/readJson';
import { seed } from '../cases/seed';

const limits = { characters: 10_000, depth: 6 };

function faults(text: string): readonly JsonFault[] {
  const read = readJson(text, limits);
  return read.ok ? [] : read.error;
}

test(`reads what JSON.parse reads (seed ${seed})`, () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
    const text = JSON.stringify(value, null, indent);
    fc.pre(!/__proto__|\d{16}|\\ud[89a-f]/i.test(text.replaceAll(/[.-]/g, '')));
    const read = readJson(text, limits);
    expect(read).toEqual({ ok: true, value: JSON.parse(text) });
  }), { numRuns: 400, seed });
});

test(`a text changed in one place is refused just where JSON.parse refuses it (seed ${seed})`, () => {
  const text = '{"a": [1, -2.5e3, "x\\n\\u4e2d"], "b": {"c": null, "d": [true, false, {}]}}';
  fc.assert(fc.property(fc.nat(text.length), fc.constantFrom('', ',', '"', '}', ']', '0', '\\', ':', 'e', '\n', '-', '.'), (at, put) => {
    const changed = text.slice(0, at) + put + text.slice(at + 1);
    let valid = true;
    try {
      JSON.parse(changed);
    } catch {
      valid = false;
    }
    expect([changed, readJson(changed, limits).ok || faults(changed).every(({ found }) => found === '同一成员写了两次')]).toEqual([changed, valid]);
  }), { numRuns: 2_000, seed });
});

test.each([
  ['{"a":1,}', '', '第 1 行第 8 个字符：“}”', '去掉最后一项后面的逗号'],
  ['{"a":[1,\n 2,\n]}', 'a', '第 3 行第 1 个字符：“]”', '去掉最后一项后面的逗号'],
  ['{"a":{"b":"未完', 'a.b', '第 1 行第 14 个字符：文本到此中断', '文字末尾的双引号'],
  ['{"a":"一\n二"}', 'a', '第 1 行第 8 个字符：“\n”', '双引号里不能直接换行或用控制字符，请写 \\n'],
  ['{“a”:1}', '', '第 1 行第 2 个字符：““”', '用双引号括起的成员名'],
  ['{"a":01}', '', '第 1 行第 7 个字符：“1”', '逗号或右大括号 }'],
  ['{"a":NaN}', 'a', '第 1 行第 6 个字符：“N”', '一个值：文字（用英文双引号）、数字、{ 或 ['],
  ['{"a":"C:\\d"}', 'a', '第 1 行第 9 个字符：“\\”', 'JSON 的转义写法（反斜杠本身写作 \\\\），这里是 \\d'],
  ['{} {}', '', '第 1 行第 4 个字符：“{”', '到此结束，后面没有其他内容'],
  ['', '', '第 1 行第 1 个字符：文本到此中断', '一个值：文字（用英文双引号）、数字、{ 或 ['],
])('%j breaks off with its place', (text, path, found, expected) => {
  expect(faults(text)).toEqual([{ path, found, expected }]);
});

test('what JSON.parse passes over is told, all of it at once', () => {
  expect(faults('{"a":1,"a":2,"b":{"__proto__":{"x":1}},"c":[123456789012345678],"d":1e999,"e":"\\ud800"}')).toEqual([
    { path: 'a', found: '同一成员写了两次', expected: '每个成员只写一次' },
    { path: 'b.__proto__', found: '__proto__', expected: '没有这个成员，请删除' },
    { path: 'c[0]', found: '123456789012345678', expected: '不超过 15 位的数字' },
    { path: 'd', found: '1e999', expected: '不超过 15 位的数字' },
    { path: 'e', found: '半个字符（代理项不成对）', expected: '完整的字符' },
  ]);
  expect(({} as { x?: number }).x).toBeUndefined();
});

test('numbers keep their 15 digits', () => {
  expect(readJson('[227.39,0.1,-0.000123,999999999999.999,1e3]', limits)).toEqual({ ok: true, value: [227.39, 0.1, -0.000123, 999999999999.999, 1000] });
});

test('too long and too deep are refused before anything is kept', () => {
  expect(faults('"x'.repeat(10_000))[0]).toEqual({ path: '', found: '20000 个字符', expected: '不超过 10000 个字符' });
  expect(faults('['.repeat(5_000))[0]).toMatchObject({ found: '嵌套超过 6 层' });
  expect(faults('[[[[[[1]]]]]]')).toEqual([]);
});

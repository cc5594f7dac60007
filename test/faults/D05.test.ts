import { strToU8 } from 'fflate';
import { parts, read, renamed, zipped } from './files';

const evil = strToU8('<broken');

test.each([
  ['../../outside.xml'], ['/etc/passwd'], ['C:\\windows\\system32\\x.dll'], ['xl\\worksheets\\sheet1.xml'], ['x'.repeat(300)], ['a/\u0000.xml'], ['a/./b.xml'], ['constructor'],
])('D05 an entry named %j is passed over', (name) => {
  expect(read(zipped({ ...parts(), [name]: evil }))).toMatchObject({ ok: true });
});

test('D05 an entry named as every object has is a name like others', () => {
  const bytes = zipped({ ...parts(), '--proto--': evil });
  expect(read(renamed(bytes, Object.keys(parts()).length, '__proto__'))).toMatchObject({ ok: true });
});

test('D05 two parts whose names differ only in case are refused', () => {
  expect(read(zipped({ ...parts(), 'xl/worksheets/SHEET1.xml': evil }))).toMatchObject({ error: { code: 'Z16', text: expect.stringContaining('SHEET1.xml') } });
});

test('D05 the same name twice is refused', () => {
  const bytes = zipped({ ...parts(), 'xl/worksheets/sheet2.xml': evil });
  expect(read(renamed(bytes, Object.keys(parts()).length, 'xl/worksheets/sheet1.xml'))).toMatchObject({ error: { code: 'Z16' } });
});

test('D05 a relationship that points out of the file finds nothing', () => {
  const relationships = (target: string, mode = ''): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="${target}"${mode}/></Relationships>`;
  expect(read(zipped(parts({ 'xl/_rels/workbook.xml.rels': relationships('../../../secret.xml') })))).toMatchObject({ error: { code: 'Z18', text: expect.stringContaining('缺少工作表“基本情况”') } });
  expect(read(zipped(parts({ 'xl/_rels/workbook.xml.rels': relationships('http://example.com/sheet1.xml', ' TargetMode="External"') })))).toMatchObject({ error: { code: 'Z18' } });
});

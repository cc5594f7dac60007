import { strToU8, zipSync } from 'fflate';
import { openFile } from '../../src/actions/openFile';
import { FILE_FAULT_CODES, fileMessage } from '../../src/files/reading/fileFaults';
import { messageLine } from '../../src/values/message';
import { open, parts, read, zipped } from './files';

/** A compound file (.xls, .et, encrypted) with these streams in its directory. */
function compound(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...streams].forEach((name, index) => {
    const at = 512 + 128 * index;
    [...name].forEach((letter, i) => { bytes[at + 2 * i] = letter.charCodeAt(0); });
    bytes[at + 64] = 2 * name.length + 2;
    bytes[at + 66] = index === 0 ? 5 : 2;
  });
  return bytes;
}

const whole = zipped(parts());
const html = strToU8('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>');

test.each<[string, Uint8Array, string, string, string]>([
  ['an empty file', new Uint8Array(0), '某单位.xlsx', 'Z01', '是空文件（0字节）'],
  ['half a download', whole.subarray(0, whole.length / 2), '某单位.xlsx', 'Z02', '没有下载或复制完'],
  ['a web page named .xlsx', html, '某单位.xlsx', 'Z03', '其实是网页'],
  ['a page saved with its pictures', strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related'), '某单位.xls', 'Z03', '其实是网页'],
  ['a workbook of Excel 2003', compound('Workbook', '\u0005SummaryInformation'), '某单位.xls', 'Z04', '旧版 Excel 工作簿（.xls）'],
  ['an .xls or .et named .xlsx', compound('ETExtData', 'Workbook'), '某单位.xlsx', 'Z04', '另存为“Excel 工作簿（*.xlsx）”'],
  ['a file of WPS', compound('Workbook'), '某单位.et', 'Z05', '是 WPS 表格文件（.et）'],
  ['a workbook with a password', compound('EncryptionInfo', 'EncryptedPackage'), '某单位.xlsx', 'Z06', '设有打开密码'],
  ['an old Word document', compound('WordDocument'), '某单位.xlsx', 'Z07', '不是表格文件'],
  ['a PDF', strToU8('%PDF-1.7\n1 0 obj'), '某单位.xlsx', 'Z07', '不是表格文件'],
  ['a text with commas', strToU8('单位,金额\r\n某局,227.39\r\n'), '某单位.csv', 'Z08', '是文本文件（如 .csv）'],
  ['a text with commas in UTF-16', new Uint8Array([0xff, 0xfe, 0x55, 0x53, 0x2c, 0]), '某单位.csv', 'Z08', '是文本文件'],
  ['a zip without a workbook', zipSync({ '说明.txt': strToU8('请先解压') }), '某单位.xlsx', 'Z09', '请先解压'],
  ['a RAR', strToU8('Rar!\u001a\u0007'), '某单位.xlsx', 'Z09', '是压缩包'],
  ['a binary workbook', zipped(parts({ '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>', 'xl/workbook.bin': 'x' })), '某单位.xlsb', 'Z10', '二进制工作簿（.xlsb）'],
  ['an OpenDocument', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }), '某单位.ods', 'Z11', '（.ods）'],
  ['a Word document named .xlsx', zipped(parts({ '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>', 'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>' })), '某单位.xlsx', 'Z12', 'Word'],
])('D07 %s is refused with its own sentence', (_, bytes, name, code, says) => {
  const answer = read(bytes, name);
  expect(answer).toMatchObject({ ok: false, error: { code } });
  const line = answer.ok ? '' : messageLine(answer.error);
  expect(line).toContain(`文件“${name}”`);
  expect(line).toContain(says);
});

test('D07 every refusal has a sentence of its own', () => {
  const texts = FILE_FAULT_CODES.map((code) => fileMessage('a.xlsx', { code }).text);
  expect(new Set(texts).size).toBe(FILE_FAULT_CODES.length);
});

test('D07 a workbook without our forms opens, and is told apart', async () => {
  expect(await openFile(open(whole))).toMatchObject({ ok: false, error: { code: 'A04', text: expect.stringContaining('不是用套表填报的工作簿') } });
});

test('D12 the name of a file is shown without control and direction marks', () => {
  const answer = read(new Uint8Array(0), '某局\u202Excod\u0007.xlsx');
  expect(answer).toMatchObject({ error: { text: '文件“某局xcod.xlsx”是空文件（0字节）。' } });
});

test('D07 one bad file does not stop the next', () => {
  expect([new Uint8Array(0), whole, html].map((bytes) => read(bytes).ok)).toEqual([false, true, false]);
});

import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { FILE_FAULT_CODES, fileMessage } from '../../src/files/reading/fileFaults';
import { readReportFile } from '../../src/files/readReportFile';
import { messageLine } from '../../src/values/message';
import { seed } from '../cases/seed';
import { parts, zipped } from '../faults/files';
import { documentXml, paragraph, run, wordFile, wordParts } from './wordFile';

function text(bytes: Uint8Array, name = '自评报告.docx'): string {
  const read = readReportFile(bytes, name);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** A compound file (.doc, .wps, encrypted) with these streams in its directory. */
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

const box = (inner: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>`
  + `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

test.each<[string, string, string]>([
  ['paragraphs are lines, runs are joined', paragraph('年初预算', '166.78', '万元') + paragraph('决算227.39万元'), '年初预算166.78万元\n决算227.39万元'],
  ['an empty paragraph is an empty line', paragraph('一') + '<w:p/>' + paragraph('二'), '一\n\n二'],
  ['tabs, breaks and hyphens of a run', '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r></w:p>', '甲\t乙\n丙-丁'],
  ['tab stops of the style are no tabs', '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>', '甲'],
  ['blanks at the ends of a run count only where the file says so', '<w:p><w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙</w:t></w:r></w:p>', '甲 乙'],
  ['a row is a line with tabs, paragraphs of a cell are lines', `<w:tbl><w:tr><w:tc>${paragraph('指标')}</w:tc><w:tc>${paragraph('≥')}${paragraph('95')}</w:tc></w:tr><w:tr><w:tc>${paragraph('权重')}</w:tc><w:tc>${paragraph('5')}</w:tc></w:tr></w:tbl>`, '指标\t≥\n95\n权重\t5'],
  ['a table inside a cell', `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${paragraph('1')}</w:tc><w:tc>${paragraph('2')}</w:tc></w:tr></w:tbl>${paragraph('底')}</w:tc></w:tr></w:tbl>`, '1\t2\n底'],
  ['deleted text is left out, inserted text stays', `<w:p>${run('决算')}<w:del w:id="1"><w:r><w:delText>226.39</w:delText></w:r></w:del><w:ins w:id="2">${run('227.39')}</w:ins>${run('万元')}</w:p>`, '决算227.39万元'],
  ['moved text stands once, where it went', `<w:p><w:moveFrom>${run('先')}</w:moveFrom>${run('中')}<w:moveTo>${run('先')}</w:moveTo></w:p>`, '中先'],
  ['a deleted paragraph mark joins two paragraphs', `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('前')}</w:p>${paragraph('后')}`, '前后'],
  ['a deleted row is gone', `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph('删')}</w:tc></w:tr><w:tr><w:tc>${paragraph('留')}</w:tc></w:tr></w:tbl>`, '留'],
  ['a field gives its result, not its instruction', `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x" \\h</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('渠道')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink><w:r><w:t>网站</w:t></w:r></w:hyperlink></w:p>`, '渠道网站'],
  ['a text box stands once, behind its paragraph', `<w:p>${run('正文')}${box(paragraph('框一') + paragraph('框二'))}${run('续')}</w:p>${paragraph('后')}`, '正文续\n框一\n框二\n后'],
  ['a text box of an old program', `<w:p>${run('正文')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`, '正文\n框'],
  ['content controls and bookmarks', `<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>${paragraph('单位')}</w:sdtContent></w:sdt><w:p><w:bookmarkStart w:id="0" w:name="_Hlk1"/>${run('名称')}<w:bookmarkEnd w:id="0"/></w:p>`, '单位\n名称'],
  ['the reading over a character is not text', '<w:p><w:r><w:ruby><w:rt><w:r><w:t>qu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>渠</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>', '渠'],
  ['formulas of mathematics are passed over', `<w:p>${run('率')}<m:oMath><m:r><m:t>x/y</m:t></m:r></m:oMath></w:p>`, '率'],
  ['D01 what looks like a formula or a page is text', paragraph('=HYPERLINK("x")&lt;img onerror=1&gt;'), '=HYPERLINK("x")<img onerror=1>'],
])('Word: %s', (_, body, expected) => {
  expect(text(wordFile(body))).toBe(expected);
});

test(`Word: whatever the text, it comes back (seed ${seed})`, () => {
  const line = fc.string({ unit: fc.constantFrom('支', '出', '2', '.', ' ', '&', '<', '"', '\u3000', '😀') });
  fc.assert(fc.property(fc.array(fc.array(line, { maxLength: 3 }), { minLength: 1, maxLength: 5 }), (paragraphs) => {
    const escaped = (piece: string): string => piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const body = paragraphs.map((runs) => paragraph(...runs.map(escaped))).join('');
    expect(text(wordFile(body))).toBe(paragraphs.map((runs) => runs.join('')).join('\n'));
  }), { seed, numRuns: 60 });
});

const SAID = '一、决算227.39万元，占55.35%。';
const GBK = [0xd2, 0xbb, 0xa1, 0xa2, 0xbe, 0xf6, 0xcb, 0xe3];

test.each<[string, Uint8Array, string]>([
  ['UTF-8', strToU8(SAID), SAID],
  ['UTF-8 with its mark', strToU8(`\ufeff${SAID}`), SAID],
  ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([...SAID].map((letter) => letter.charCodeAt(0))).buffer)]), SAID],
  ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0x4e, 0x00]), '一'],
  ['GB18030, as Windows in Chinese saves it', new Uint8Array(GBK), '一、决算'],
  ['line ends stay, so that places in the text are places in the file', strToU8('一\r\n二\r三'), '一\r\n二\r三'],
  ['an empty line', strToU8('\n'), '\n'],
])('text file: %s', (_, bytes, expected) => {
  expect(text(bytes, '报告.txt')).toBe(expected);
});

const named = (target: string, part: string, content: string): Uint8Array => wordFile('', {
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`, [part]: content,
});
const whole = wordFile(paragraph(SAID));
const withDocument = (xml: string): Uint8Array => wordFile('', { 'word/document.xml': xml });

test.each<[string, Uint8Array, string, string, string]>([
  ['D07 an empty file', new Uint8Array(0), '报告.docx', 'Z01', '是空文件'],
  ['D07 half a download', whole.subarray(0, whole.length / 2), '报告.docx', 'Z02', '没有下载或复制完'],
  ['D07 a web page named .docx', strToU8('<!DOCTYPE html><html><body>x</body></html>'), '报告.docx', 'Z03', '另存为“Word 文档（*.docx）”'],
  ['D07 a document with a password', compound('EncryptionInfo', 'EncryptedPackage'), '报告.docx', 'Z06', '设有打开密码'],
  ['D07 another compound file', compound('Contents'), '报告.docx', 'Z07', '不是 Word 文档'],
  ['D07 a picture named .txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 0]), '报告.txt', 'Z07', '不是 Word 文档或文本文件'],
  ['D07 a text in an encoding nobody knows', new Uint8Array([0x41, 0xff, 0x41]), '报告.txt', 'Z29', '编码认不出来'],
  ['D07 a program named .txt', new Uint8Array([0x4d, 0x5a, 0, 0, 1, 0]), '报告.txt', 'Z07', '不是 Word 文档或文本文件'],
  ['D07 a zip without a document', zipSync({ '说明.txt': strToU8('请先解压') }), '报告.docx', 'Z09', '里面没有 Word 文档'],
  ['D07 a RAR', strToU8('Rar!\u001a\u0007'), '报告.docx', 'Z09', '请先解压'],
  ['D07 an OpenDocument', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<x/>') }), '报告.odt', 'Z11', '.odt'],
  ['D07 slides named .docx', named('ppt/presentation.xml', 'ppt/presentation.xml', '<p:presentation xmlns:p="x"/>'), '报告.docx', 'Z12', 'PowerPoint'],
  ['D07 a workbook named .docx', zipped(parts()), '报告.docx', 'Z30', '是工作簿'],
  ['D07 an old workbook', compound('Workbook'), '报告.xls', 'Z30', '是工作簿'],
  ['D07 an old Word document', compound('WordDocument'), '报告.doc', 'Z25', '旧版 Word 文档（.doc）'],
  ['D07 a file of WPS', compound('WordDocument'), '报告.wps', 'Z26', '是 WPS 文字文件'],
  ['D07 an RTF', strToU8('{\\rtf1\\ansi 报告}'), '报告.doc', 'Z27', '是 RTF'],
  ['D07 a PDF', strToU8('%PDF-1.7\n1 0 obj'), '报告.pdf', 'Z28', '是 PDF'],
  ['D02 a template is text, and too long a text is refused', strToU8('{{constructor}}'.repeat(700_000)), '报告.txt', 'Z13', '太大'],
  ['D03 XML that is not well-formed', withDocument(documentXml('<w:p>')), '报告.docx', 'Z18', '已损坏'],
  ['D03 elements a thousand deep', withDocument(documentXml('<w:p>'.repeat(1_000) + '</w:p>'.repeat(1_000))), '报告.docx', 'Z21', '嵌套过深'],
  ['D04 a text that grows too much', wordFile(paragraph('甲'.repeat(2_000_000))), '报告.docx', 'Z14', '耗尽内存'],
  ['D05 two parts of one name', zipSync({ ...wordParts(paragraph(SAID)), 'WORD/document.xml': strToU8(documentXml('')) }), '报告.docx', 'Z16', '与内容不符'],
  ['D06 a document type', withDocument(documentXml('').replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')), '报告.docx', 'Z19', 'DTD'],
  ['D06 another encoding', withDocument(documentXml('').replace('UTF-8', 'GB2312')), '报告.docx', 'Z20', 'GB2312'],
])('%s is refused with its own sentence', (_, bytes, name, code, says) => {
  const read = readReportFile(bytes, name);
  expect(read).toMatchObject({ ok: false, error: { code } });
  const line = read.ok ? '' : messageLine(read.error);
  expect(line).toContain(`文件“${name}”`);
  expect(line).toContain(says);
  expect(line).not.toContain('Excel');
});

test('D12 the name is shown without control and direction marks', () => {
  expect(readReportFile(new Uint8Array(0), '报告\u202Excod\u0007.docx')).toMatchObject({ error: { text: expect.stringMatching(/^文件“报告xcod\.docx”/) } });
});

test('every refusal of a report has a sentence of its own and speaks of Word', () => {
  const messages = FILE_FAULT_CODES.map((code) => fileMessage('a.docx', { code }, 'document'));
  expect(new Set(messages.map(({ text: said }) => said)).size).toBe(FILE_FAULT_CODES.length);
});

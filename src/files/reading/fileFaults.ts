import type { Message } from '../../values/message';

/** Why a file is not read, each with its own remedy. Nothing of a refused file is used. */
const FAULTS = {
  Z01: { text: '是空文件（0字节）。', remedy: '请重新下载，或请填报单位重新报送。' },
  Z02: { text: '不完整，可能没有下载或复制完。', remedy: '请重新下载或复制后再试。' },
  Z03: { text: '其实是网页，只是扩展名写成了表格。', remedy: '请用 Excel 打开后另存为“Excel 工作簿（*.xlsx）”，或重新下载原文件。' },
  Z04: { text: '是旧版 Excel 工作簿（.xls）。', remedy: '请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”。' },
  Z05: { text: '是 WPS 表格文件（.et）。', remedy: '请用 WPS 打开，另存为“Microsoft Excel 文件（*.xlsx）”。' },
  Z06: { text: '设有打开密码，读不出内容。', remedy: '请用 Excel 打开，在“文件—信息—保护工作簿—用密码进行加密”中清空密码，保存后再试。' },
  Z07: { text: '不是表格文件。', remedy: '请选择用套表填报并保存为 .xlsx 的工作簿。' },
  Z08: { text: '是文本文件（如 .csv），没有套表的工作表和公式。', remedy: '请选择用套表填报的 .xlsx 工作簿。' },
  Z09: { text: '是压缩包，里面没有工作簿。', remedy: '若工作簿在压缩包里，请先解压，再选择其中的 .xlsx 文件。' },
  Z10: { text: '是 Excel 二进制工作簿（.xlsb）。', remedy: '请用 Excel 打开，另存为“Excel 工作簿（*.xlsx）”。' },
  Z11: { text: '是 OpenDocument 表格（.ods）。', remedy: '请用原程序打开，另存为 .xlsx。' },
  Z12: { text: '是 Word 或 PowerPoint 文件，不是工作簿。', remedy: '请选择用套表填报的 .xlsx 工作簿。' },
  Z13: { text: '太大。', remedy: '请删除套表以外的工作表、图片和附件后再试。' },
  Z14: { text: '展开后过大，像是用来耗尽内存的文件，已停止读取。', remedy: '请核实来源；确为填报文件的，请用 Excel 打开后另存一份。' },
  Z15: { text: '里面的部件过多，不像正常的工作簿，已停止读取。', remedy: '请核实来源；确为填报文件的，请用 Excel 打开后另存一份。' },
  Z16: { text: '的压缩目录与内容不符，已停止读取。', remedy: '请核实来源；确为填报文件的，请用 Excel 打开后另存一份。' },
  Z17: { text: '的压缩方式不能读取。', remedy: '请用 Excel 打开后另存一份。' },
  Z18: { text: '已损坏，读不下去。', remedy: '请用 Excel 的“打开并修复”打开，另存一份后再试。' },
  Z19: { text: '含有不允许的文档类型声明（DTD），已停止读取。', remedy: '请核实来源；确为填报文件的，请用 Excel 打开后另存一份。' },
  Z20: { text: '的文字编码不能读取。', remedy: '请用 Excel 打开后另存一份。' },
  Z21: { text: '的内容嵌套过深，不像正常的工作簿，已停止读取。', remedy: '请核实来源；确为填报文件的，请用 Excel 打开后另存一份。' },
  Z22: { text: '含有不存在的单元格地址，已停止读取。', remedy: '请用 Excel 的“打开并修复”打开，另存一份后再试。' },
  Z23: { text: '的单元格引用了不存在的文字，已停止读取。', remedy: '请用 Excel 的“打开并修复”打开，另存一份后再试。' },
  Z24: { text: '的文字或格式种类过多，不像正常的工作簿，已停止读取。', remedy: '请核实来源；确为填报文件的，请用 Excel 打开后另存一份。' },
  Z25: { text: '是旧版 Word 文档（.doc）。', remedy: '请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”。' },
  Z26: { text: '是 WPS 文字文件（.wps）。', remedy: '请用 WPS 打开，另存为“Microsoft Word 文件（*.docx）”。' },
  Z27: { text: '是 RTF 文档。', remedy: '请用 Word 打开，另存为“Word 文档（*.docx）”。' },
  Z28: { text: '是 PDF，读不出可靠的文字。', remedy: '请用原来的 .docx 文件，或把文字复制出来存为 .txt。' },
  Z29: { text: '的文字编码认不出来。', remedy: '请用记事本打开，另存为 UTF-8 编码后再试。' },
  Z30: { text: '是工作簿，不是文档。', remedy: '请选择 .docx 或 .txt 文件；套表里的报告请打开该工作簿后校对。' },
} as const satisfies Readonly<Record<string, Words>>;

interface Words {
  readonly text: string;
  readonly remedy: string;
}

export type FileFaultCode = keyof typeof FAULTS;

const SAVE_AGAIN = '请核实来源；确为报告的，请用 Word 打开后另存一份。';

/** The same faults where a report was to be read. */
const DOCUMENT_FAULTS: Partial<Readonly<Record<FileFaultCode, Words>>> = {
  Z01: { text: FAULTS.Z01.text, remedy: '请重新下载，或重新保存后再试。' },
  Z03: { text: '其实是网页，只是扩展名写成了文档。', remedy: '请用 Word 打开后另存为“Word 文档（*.docx）”，或把文字粘贴过来。' },
  Z06: { text: FAULTS.Z06.text, remedy: '请用 Word 打开，在“文件—信息—保护文档—用密码进行加密”中清空密码，保存后再试。' },
  Z07: { text: '不是 Word 文档或文本文件。', remedy: '请选择 .docx 或 .txt 文件，或把文字粘贴过来。' },
  Z09: { text: '是压缩包，里面没有 Word 文档。', remedy: '若报告在压缩包里，请先解压，再选择其中的 .docx 或 .txt 文件。' },
  Z11: { text: '是 OpenDocument 文件（.odt、.ods）。', remedy: '请用原程序打开，另存为 .docx。' },
  Z12: { text: '是 PowerPoint 或其他 Office 文件，不是 Word 文档。', remedy: '请选择 .docx 或 .txt 文件。' },
  Z13: { text: FAULTS.Z13.text, remedy: '请删去图片和与报告无关的内容后再试。' },
  Z14: { text: FAULTS.Z14.text, remedy: SAVE_AGAIN },
  Z15: { text: '里面的部件过多，不像正常的文档，已停止读取。', remedy: SAVE_AGAIN },
  Z16: { text: FAULTS.Z16.text, remedy: SAVE_AGAIN },
  Z17: { text: FAULTS.Z17.text, remedy: '请用 Word 打开后另存一份。' },
  Z18: { text: FAULTS.Z18.text, remedy: '请用 Word 的“打开并修复”打开，另存一份后再试。' },
  Z19: { text: FAULTS.Z19.text, remedy: SAVE_AGAIN },
  Z20: { text: FAULTS.Z20.text, remedy: '请用 Word 打开后另存一份。' },
  Z21: { text: '的内容嵌套过深，不像正常的文档，已停止读取。', remedy: SAVE_AGAIN },
};

/** A fault of a file; `detail` names the part, the cell or the figure. */
export interface FileFault {
  readonly code: FileFaultCode;
  readonly detail?: string;
}

/** Every code, for the test that renders them all. */
export const FILE_FAULT_CODES = Object.keys(FAULTS) as readonly FileFaultCode[];

/** The refusal as people read it, of a file that was to be a workbook or a report. */
export function fileMessage(name: string, fault: FileFault, wanted: 'workbook' | 'document' = 'workbook'): Message {
  const { text, remedy } = (wanted === 'document' ? DOCUMENT_FAULTS[fault.code] : undefined) ?? FAULTS[fault.code];
  const detail = fault.detail === undefined ? '' : `${shownName(fault.detail)}。`;
  return { code: fault.code, text: `文件“${shownName(name)}”${text}${detail}`, remedy };
}

const LONGEST_NAME = 80;

/** A name from outside as it may be shown: one line, no control or direction marks, not endless. */
export function shownName(name: string): string {
  const visible = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
  return visible.length > LONGEST_NAME ? `${visible.slice(0, LONGEST_NAME)}…` : visible;
}

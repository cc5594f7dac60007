import type { Message } from '../../values/message';
import { shownName } from './fileFaults';
import type { OpenPackage } from './openPackage';
import type { ZipEntries } from './zip';

const NEVER_RUN = '助手没有读取它，也不会运行；如不是本单位所设，请核实来源。';

/** Contents of a file that are told and left alone. */
const REMARKS = [
  { code: 'Z51', parts: /(^|\/)vbaproject\.bin$|(^|\/)xlm?macrosheets?\/|(^|\/)macrosheets\//, text: '含有宏', remedy: NEVER_RUN },
  { code: 'Z52', parts: /(^|\/)externallinks?\/[^/]+\.xml$/, text: '含有指向其他文件的链接', remedy: '链接没有跟踪，单元格按文件中保存的数值读取；请把链接改成数值。' },
  { code: 'Z53', parts: /(^|\/)embeddings\//, text: '嵌有其他文件或对象', remedy: NEVER_RUN },
  { code: 'Z54', parts: /(^|\/)activex\//, text: '含有控件', remedy: NEVER_RUN },
  { code: 'Z55', parts: /(^|\/)connections\.xml$|(^|\/)querytables\//, text: '含有外部数据连接', remedy: '连接没有打开；请断开后再报送。' },
  { code: 'Z56', parts: /(^|\/)customui\d*\//, text: '含有自定义界面', remedy: NEVER_RUN },
] as const;

export function fileRemarks(name: string, entries: ZipEntries, file: OpenPackage): readonly Message[] {
  const parts = [...entries.keys(), ...file.relationships.all.flatMap(({ part }) => part ?? [])];
  return REMARKS.filter((remark) => parts.some((part) => remark.parts.test(part)))
    .map(({ code, text, remedy }) => ({ code, text: `文件“${shownName(name)}”${text}。`, remedy }));
}

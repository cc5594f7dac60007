import type { Message } from '../values/message';

/**
 * What to do about an error code of the host:
 * `wait` for the person to leave the cell, `retryOnce` what may be done twice, `halve` the block,
 * `replan` (the workbook is not what we looked at), `stop`.
 */
export type Decision = 'wait' | 'retryOnce' | 'halve' | 'replan' | 'stop';

interface HostSentence {
  readonly decision: Decision;
  /** What happened. */
  readonly text: string;
  /** What to do. */
  readonly remedy: string;
}

const LOOK_AGAIN = '请重新打开助手窗格后再试。';

/** The codes Excel documents, each with its decision and its sentence. `message` of the host is localised and not for users. */
export const HOST_ERRORS = {
  InvalidOperationInCellEditMode: { decision: 'wait', text: '有单元格正在编辑，Excel 暂不接受写入。', remedy: '请按 Enter 或 Esc 退出单元格编辑；仍不行请重新打开窗格。' },
  AccessDenied: { decision: 'stop', text: 'Excel 拒绝了这次操作，工作表可能受保护或工作簿只读。', remedy: '请撤销工作表保护，或把文件另存为可编辑的副本后再试。' },
  InvalidArgument: { decision: 'replan', text: '工作簿与刚才读到的不一致，写入的内容不被接受。', remedy: '请重新读取后再试一次。' },
  InvalidReference: { decision: 'replan', text: '要写入的位置已不存在。', remedy: '可能有行、列或工作表被删除，请先执行“一键校验”查看。' },
  InvalidBinding: { decision: 'replan', text: '与单元格的联系已失效。', remedy: LOOK_AGAIN },
  InvalidSelection: { decision: 'stop', text: '当前选定的区域不能用于这项操作。', remedy: '请单击任一单元格后再试。' },
  ItemNotFound: { decision: 'replan', text: '要处理的工作表或名称找不到了。', remedy: '请确认没有人删除或改名，然后再试一次。' },
  ItemAlreadyExists: { decision: 'replan', text: '工作簿里已有同名的工作表或名称。', remedy: '请把自己的同名工作表改名后再试。' },
  InsertDeleteConflict: { decision: 'stop', text: '插入或删除会打断已有的内容。', remedy: '请清空表格下方或右侧的内容后再试。' },
  MergedRangeConflict: { decision: 'stop', text: '要写入的区域里有合并单元格。', remedy: '请取消填报区内的合并单元格后再试。' },
  FilteredRangeConflict: { decision: 'stop', text: '工作表正在筛选，写入可能落到错误的行。', remedy: '请清除筛选后再试。' },
  PivotTableRangeConflict: { decision: 'stop', text: '此处有数据透视表。', remedy: '请把数据透视表移到别的工作表后再试。' },
  NonBlankCellOffSheet: { decision: 'stop', text: '工作表末尾有内容，无法再插入。', remedy: '请删除工作表最末几行或几列的内容后再试。' },
  InactiveWorkbook: { decision: 'retryOnce', text: '焦点在另一个工作簿上。', remedy: '请回到本工作簿窗口后再试。' },
  UnsupportedSheet: { decision: 'stop', text: '这种工作表（如图表工作表）不能执行此操作。', remedy: '请切换到普通工作表后再试。' },
  UnsupportedOperation: { decision: 'stop', text: '本机的 Excel 不支持这项操作。', remedy: '请使用 Excel 2021 或更高版本。' },
  NotImplemented: { decision: 'stop', text: '本机的 Excel 没有这项功能。', remedy: '请使用 Excel 2021 或更高版本。' },
  ApiNotFound: { decision: 'stop', text: '本机的 Excel 没有这项功能。', remedy: '请使用 Excel 2021 或更高版本。' },
  ApiNotAvailable: { decision: 'stop', text: '这项功能在本机暂不可用。', remedy: '请更新 Excel，或在 Excel 2021 及以上版本中打开。' },
  RequestAborted: { decision: 'retryOnce', text: 'Excel 中断了这次操作。', remedy: '请再试一次。' },
  RequestPayloadSizeLimitExceeded: { decision: 'halve', text: '一次写入的内容超过 Excel 的上限。', remedy: '请缩短过长的文字后再试。' },
  ResponsePayloadSizeLimitExceeded: { decision: 'halve', text: '一次读取的内容超过 Excel 的上限。', remedy: '请缩短过长的文字后再试。' },
  RangeExceedsLimit: { decision: 'halve', text: '区域的单元格数超过 Excel 的上限。', remedy: '请删除表格之外多余的内容后再试。' },
  OperationCellsExceedLimit: { decision: 'halve', text: '一次操作的单元格数超过 Excel 的上限。', remedy: '请删除表格之外多余的内容后再试。' },
  FormulaLengthExceedsLimit: { decision: 'stop', text: '有公式超过 Excel 允许的长度。', remedy: '请把所用模板包的名称告诉模板发放单位。' },
  MemoryLimitReached: { decision: 'halve', text: 'Excel 内存不足。', remedy: '请关闭其他工作簿后再试。' },
  ServiceNotAvailable: { decision: 'retryOnce', text: 'Excel 暂时没有响应。', remedy: '请稍候再试。' },
  ActivityLimitReached: { decision: 'stop', text: '短时间内操作过多，Excel 暂停受理。', remedy: '请等一分钟后再试。' },
  Conflict: { decision: 'replan', text: '内容刚被别人或别的程序改动。', remedy: '请核对改动后再试一次。' },
  RefreshWorkbookLinksBlocked: { decision: 'stop', text: 'Excel 已阻止更新外部链接。', remedy: '本助手不使用外部链接，请断开填报区内的外部链接后再试。' },
  UndoNotSupported: { decision: 'stop', text: '这项操作不能用“撤消”收回。', remedy: '请使用助手的“还原”。' },
  GeneralException: { decision: 'retryOnce', text: 'Excel 内部出错。', remedy: '请保存文件，关闭后重新打开再试。' },
  HostRestartNeeded: { decision: 'stop', text: 'Excel 需要重新启动。', remedy: '请保存文件，重新启动 Excel 后再试。' },
} as const satisfies Readonly<Record<string, HostSentence>>;

export type HostErrorCode = keyof typeof HOST_ERRORS;

/** Failures of a contact with the host that are our own: no answer in time, given up by the person, unfit answers. */
export const OWN_ERRORS = {
  NoAnswer: { decision: 'stop', text: 'Excel 30 秒内没有答复，这次操作是否完成尚不清楚。', remedy: '请重新打开窗格；助手会核对上次写入，可选择“还原”。' },
  Cancelled: { decision: 'stop', text: '已取消。', remedy: '需要时请重新执行。' },
  EditModeEndless: { decision: 'stop', text: '等待一分钟后仍有单元格处于编辑状态，没有写入。', remedy: '请按 Enter 退出编辑；若并未编辑，请重新打开窗格。' },
  IncompleteAnswer: { decision: 'halve', text: 'Excel 返回的内容不完整。', remedy: LOOK_AGAIN },
  Unknown: { decision: 'stop', text: 'Excel 返回了未知的错误。', remedy: '请保存文件后重新打开再试，并把代码告诉技术支持。' },
} as const satisfies Readonly<Record<string, HostSentence>>;

export type OwnErrorCode = keyof typeof OWN_ERRORS;

/** A failed contact with Excel. `raw` is the code the host gave, also when we do not know it. */
export interface HostFailure {
  readonly code: HostErrorCode | OwnErrorCode;
  readonly raw: string;
  /** Where, when it is known. */
  readonly place?: NonNullable<Message['place']>;
}

const isKnown = (code: string): code is HostErrorCode => Object.hasOwn(HOST_ERRORS, code);

function sentence(code: HostErrorCode | OwnErrorCode): HostSentence {
  return isKnown(code) ? HOST_ERRORS[code] : OWN_ERRORS[code];
}

export function decisionOn(failure: HostFailure): Decision {
  return sentence(failure.code).decision;
}

/** Codes by which Office.js tells that its caller is wrong. */
const BUGS: ReadonlySet<string> = new Set(['PropertyNotLoaded', 'ValueNotLoaded', 'InvalidObjectPath', 'RunMustReturnPromise']);

/** Reads the code of what a request was rejected with; null when it did not come from the host but from a bug of ours. */
export function hostFailure(reason: unknown): HostFailure | null {
  if (typeof reason !== 'object' || reason === null || !('code' in reason) || typeof reason.code !== 'string') return null;
  const raw = reason.code;
  if (BUGS.has(raw)) return null;
  return isKnown(raw) ? { code: raw, raw } : { code: 'Unknown', raw };
}

/** The failure as people read it. */
export function hostMessage(failure: HostFailure): Message {
  const { text, remedy } = sentence(failure.code);
  return { code: `X-${failure.raw}`, text, remedy, ...(failure.place === undefined ? {} : { place: failure.place }) };
}

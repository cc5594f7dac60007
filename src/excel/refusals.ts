import type { Message } from '../values/message';

/** Why a step is not begun, or not taken back, although Excel would accept it. Nothing has been written then. */
const REFUSALS = {
  'W01': { text: '工作簿结构受保护，不能新建或改名工作表。', remedy: '请在“审阅”中取消“保护工作簿”后再试。' },
  'W02': { text: '工作簿里已有同名的工作表，不是助手生成的。', remedy: '请先把它改名，再重新执行。' },
  'W03': { text: '工作表正在筛选，写入可能落到错误的行。', remedy: '请在“数据”中清除筛选后再试。' },
  'W04': { text: '工作表由他人设置了保护，助手不会解除。', remedy: '请让设置保护的人撤销工作表保护后再试。' },
  'W05': { text: '要写入的工作表找不到了。', remedy: '可能已被删除或改名，请先执行“一键校验”查看。' },
  'W06': { text: '没有可还原的写入。', remedy: '助手只保留最近 10 次写入。' },
  'W07': { text: '工作表生成后已填入内容，还原会把它删掉，所以没有还原。', remedy: '确实不要了，请先清空填报格，再点“还原”。' },
  'W08': { text: '工作簿里没有助手的套表。', remedy: '请先生成套表。' },
  'W09': { text: '工作表不存在或已隐藏，不能跳转。', remedy: '请取消隐藏该工作表；已删除的请重新生成套表。' },
  'W10': { text: '要删去的行或列在表格以外还有内容，所以没有恢复。', remedy: '请先把这些内容移到别处，再点“恢复模板”。' },
  'W11': { text: '补回的行或列里已填入内容，还原会把它删掉，所以没有还原。', remedy: '确实不要了，请先清空这些格，再点“还原”。' },
  'W12': { text: '恢复模板后，工作表的行列又有变动，所以没有还原。', remedy: '请先撤销后来的变动，再点“还原”。' },
} as const satisfies Readonly<Record<string, { readonly text: string; readonly remedy: string }>>;

export type RefusalCode = keyof typeof REFUSALS;

export function refusal(code: RefusalCode, sheet?: string): Message {
  return { code, ...REFUSALS[code], ...(sheet === undefined ? {} : { place: { sheet } }) };
}

export const REFUSAL_CODES = Object.keys(REFUSALS) as readonly RefusalCode[];

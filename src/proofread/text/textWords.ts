/**
 * Every sentence the wording checks say, by code; `{slot}` is filled in. Which of two contradicting places is wrong is never said.
 */
export const TEXT_WORDS = {
  'N04': '{list}共{count}项，后文只说明了{told}，缺{missing}。请补充说明；没有发生的写“0”或“无”。',
  'N05.unit': '{quotes}与本报告单位“{unit}”不一致。请核对单位名称；确指其他单位的，请说明。',
  'N05.year': '{quotes}与本报告年度{year}年不一致。请核对年度。',
  'N06': '{quote}是年中时段的数，年度自评一般用全年数。请换成全年数，或注明为何用年中数。',
  'N06.again': '{quote}是年中时段的数，“{figure}”在“{place}”又作为全年数使用。请核对统计时段。',
  'N07': '{denial}与{claim}不一致：{why}。请核对后统一。',
  'N08.gap': '编号不连续：{before}之后是{found}，缺{missing}。请核对编号。',
  'N08.again': '编号重复：{before}之后又是{found}。请核对编号。',
  'N08.start': '编号不连续：{found}之前没有{missing}。请核对编号。',
  'N08.style': '编号形式不一致：{before}之后是{found}，应为{missing}。请统一编号。',
  'N09.bookmark': '残留书签标记{quotes}。请删除。',
  'N09.hint': '残留填写提示{quotes}。请删除提示文字。',
  'N09.placeholder': '残留占位符{quotes}。请填写实际内容。',
  'N09.pending': '还有未填内容{quotes}。请补填后再用。',
  'N09.broken': '残留程序标记{quotes}。请改为正确内容。',
  'N10.word': '{quotes}疑有重复字词。请核对。',
  'N10.clause': '“{first}”与“{second}”两句重复。请删去一句。',
  'N10.end': '{quotes}句末有多余的字。请核对。',
  'N10.unit': '{quotes}缺单位“元”，同段其他数为“万元”。请补全单位。',
  'N12': '文中写{claim}，又写{doubt}，前后不一致。请核对；属于一般性表述的，请改写清楚。',
  'I19': '自评得分{score}分，没有得分表，也没有扣分说明，失{lost}分的原因无从核对。请附得分表，或逐项写明扣了几分、为什么。',
  'I21': '{count}个项目自评得分{scores}，均低于100分，执行和产出没有写明不足，未说明扣分原因。请逐个项目写明扣分原因。',
  'I21.one': '项目自评得分{scores}，低于100分，执行和产出没有写明不足，未说明扣分原因。请写明扣分原因。',
} as const;

export type TextKey = keyof typeof TEXT_WORDS;

type SlotsIn<T extends string> = T extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never;
export type SlotsOf<K extends TextKey> = SlotsIn<(typeof TEXT_WORDS)[K]>;

/** Fills a sentence; the compiler knows which slots it has. */
export function textWords<K extends TextKey>(key: K, slots: Readonly<Record<SlotsOf<K>, string>>): string {
  const values: Readonly<Record<string, string>> = slots;
  return TEXT_WORDS[key].replaceAll(/\{(\w+)\}/g, (_, slot: string) => values[slot] ?? '');
}

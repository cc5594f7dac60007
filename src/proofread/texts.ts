/**
 * Every sentence proofreading says of figures; `{slot}` is filled in. The place is the quotation before it.
 * A finding never says which of two contradicting figures is wrong unless one of them is computed.
 */
export const PROOF_TEXTS = {
  'sum': { text: '{whole}为{stated}，所列各项{terms}合计{computed}，相差{difference}。', remedy: '请核对合计与各项。' },
  'sum.tail': { text: '{whole}为{stated}，所列各项{terms}合计{computed}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'sum.fund': { text: '{whole}为{stated}，所列各项{terms}合计{computed}，相差{difference}；合计数与{fund}一致。', remedy: '如各项仅指{fund}，请写明；否则请更正。' },
  'sum.exceeds': { text: '“{part}”{computed}，大于总额“{whole}”{stated}，多{difference}。', remedy: '其中数不应大于总额，请核对两处。' },
  'sum.open': { text: '{whole}为{stated}，“其中”所列各项{terms}合计{computed}，相差{difference}。', remedy: '各项已列全的，请核对金额；未列全的，请写明“主要包括”或加“等”。' },
  'adjusted': { text: '年初预算{initial}与调整数{adjustment}合计{computed}，调整后预算为{stated}，相差{difference}。', remedy: '请核对年初预算数、调整数和调整后预算数。' },
  'share.truncated': { text: '占比填报{stated}，按{terms}四舍五入应为{computed}，疑为截断。', remedy: '请核对更正，或说明口径。' },
  'share.oneUnit': { text: '占比填报{stated}，按{terms}四舍五入应为{computed}，疑为凑整。', remedy: '请核对更正，或说明口径。' },
  'share': { text: '占比填报{stated}，按{terms}计算为{computed}。', remedy: '请更正占比，或核对分项与合计。' },
  'shares.sum': { text: '同一合计的各项占比之和为{computed}，超过100%。', remedy: '请逐项核对占比。' },
  'shares.rounding': { text: '各项占比之和为{computed}，与100%的差在四舍五入范围内。', remedy: '可不改；不要为凑成100%改动单项占比。' },
  'rate': { text: '{name}填报{stated}，按{terms}计算为{computed}。', remedy: '请更正{name}，或核对执行数和预算数。' },
  'rate.rounding': { text: '{name}填报{stated}，按{terms}四舍五入应为{computed}，疑为截断或凑整。', remedy: '请核对更正，或说明口径。' },
  'rate.period': { text: '{name}填报{stated}，未说明以哪个预算数为分母；按全年调整后预算数计算，{terms}={computed}。', remedy: '请注明分母（时点预算数或全年调整后预算数），并核对执行率。' },
  'rate.samePeriods': { text: '两个时段累计执行数不同（{values}），执行率却同为{stated}，未说明分母。', remedy: '请注明各时段的预算数，并核对执行率。' },
  'rate.falling': { text: '累计执行数由{earlier}降为{later}，累计数不应减少。', remedy: '请核对两个时段的累计执行数。' },
  'rate.zero': { text: '预算数、执行数均为0，{name}填报{stated}。', remedy: '分母为0时请填“不适用”，或写“无预算”。' },
  'rate.noBudget': { text: '预算数为0，执行数{executed}，{name}填报{stated}。', remedy: '请核对预算数。' },
  'rate.range': { text: '{name}为{stated}，超出合理范围。', remedy: '请核对分子、分母；确属使用结转资金或超预算的，请说明。' },
  'deviation': { text: '偏离度填报{stated}，按年初预算数计算，{terms}={computed}。', remedy: '偏离度以年初预算数为基数，请更正。' },
  'difference': { text: '增减额填报{stated}，按{terms}计算为{computed}。', remedy: '请核对两年的数和增减额。' },
  'growth': { text: '增减幅度填报{stated}，按{terms}计算为{computed}。', remedy: '请核对增减额、基数和增减幅度。' },
  'growth.wrongBase': { text: '增减幅度填报{stated}，疑以本年数为分母；按上年数计算，{terms}={computed}。', remedy: '增减幅度以上年数（或预算数）为分母，请更正。' },
  'direction': { text: '写“{word}”，而{earlier}与{later}相比是{actual}。', remedy: '请核对用词和数字。' },
  'direction.words': { text: '前写“{change}”，后写“{growth}”，增减方向相反；按前者应为{actual}。', remedy: '请核对用词和数字。' },
  'direction.budget': { text: '完成预算的{stated}，却写决算数{word}预算数。', remedy: '请核对完成率和用词。' },
  'same': { text: '{metric}前后不一致：{places}，不能同时成立。', remedy: '请核对后统一为同一数。' },
  'same.fund': { text: '{metric}前后不一致：{places}；其中{value}与{fund}口径一致。', remedy: '如仅指{fund}，请写明；否则请更正。' },
  'same.unsure': { text: '{metric}两处数字不同：{places}。', remedy: '口径相同的，请统一为同一数；口径不同的，请写明。' },
  'same.stage': { text: '年初预算数前后不一致：{places}；而{adjusted}是调整后预算数（{terms}）。{consequence}', remedy: '请核对后统一：年初预算数与调整后预算数不能相混。' },
  'same.unit': { text: '{metric}两处相差一万倍：{places}，疑为“元”“万元”混用。', remedy: '请核对金额单位。' },
  'balance': { text: '收入{income}、支出{expenditure}，应结转结余{computed}，文中为{stated}。', remedy: '请核对收入、支出与结转结余；有年初结转的，请写明。' },
  'remainder': { text: '{income}减{expenditure}为{computed}，结余填报{stated}。', remedy: '请核对预算（到位）数、支出数和结余数。' },
  'count.list': { text: '写“{stated}”，所列为{computed}：{members}。', remedy: '请核对个数与所列名称。' },
  'count.parts': { text: '{whole}{stated}，分项{terms}合计{computed}。', remedy: '请核对总数与分项。' },
  'evaluated': { text: '应评{stated}，已评与不评{terms}合计{computed}。', remedy: '请核对应评、已评、不评个数；另有未评的，请写明。' },
  'classes': { text: '“{name}”填报{stated}；按项目名称归类，{readings}。', remedy: '请核对归入该类的项目和金额。' },
  'classes.more': { text: '写“{stated}”，而项目清单中{members}不属于所列各类。', remedy: '请补列该类，或写明其归入哪一类。' },
  'projects.sum': { text: '{whole}为{stated}，逐项所列{count}个项目{terms}合计{computed}，相差{difference}。', remedy: '请核对项目金额与总额。' },
  'projects.classes': { text: '各类项目预算{terms}合计{computed}，与项目支出{project}、支出合计{total}都不一致。', remedy: '请核对各类项目的预算总金额，或写明口径。' },
  'projects.count': { text: '写项目共{stated}，逐项列出的有{computed}。', remedy: '请核对项目个数。' },
  'score.sum': { text: '得分合计填报{stated}，各项{terms}合计{computed}。', remedy: '请核对总分与各项得分。' },
  'score.exceeds': { text: '得分{stated}，超过分值{computed}。', remedy: '请核对得分与分值。' },
  'score.missed': { text: '指标值{target}，完成值{stated}，未完成却得满分{score}。', remedy: '请核对完成值和得分。' },
  'grade': { text: '得分{stated}，等级写“{grade}”；按90、80、60分划档为“{computed}”。', remedy: '请核对得分与等级；另有划档标准的，请说明。' },
  'weights': { text: '指标权重（分值）合计{computed}，应为{stated}。', remedy: '请核对各指标权重。' },
  'units': { text: '{rows}未填度量单位，完成值却写“%”。', remedy: '请补填度量单位。' },
  'fact': { text: '文中{metric}为{stated}，工作簿【{sheet}】“{item}”为{computed}。', remedy: '请核对后统一为同一数。' },
} as const satisfies Readonly<Record<string, { readonly text: string; readonly remedy: string }>>;

export type ProofTextKey = keyof typeof PROOF_TEXTS;

type SlotsIn<T extends string> = T extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never;
type SlotsOf<K extends ProofTextKey> = SlotsIn<(typeof PROOF_TEXTS)[K]['text']> | SlotsIn<(typeof PROOF_TEXTS)[K]['remedy']>;

const LONGEST = 300;

/** Fills a text with its remedy; the compiler knows which slots it has. */
export function proofWords<K extends ProofTextKey>(key: K, slots: Readonly<Record<SlotsOf<K>, string>>): string {
  const values: Readonly<Record<string, string>> = slots;
  const { text, remedy } = PROOF_TEXTS[key];
  return `${text}${remedy}`.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const value = values[slot] ?? '';
    return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  });
}

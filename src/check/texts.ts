/**
 * Every sentence a check can say, by code; `{slot}` is filled in. The place 【表】项目（格）： comes before, the remedy after.
 * A finding never says which of two contradicting figures is wrong unless one of them is computed.
 */
export const CHECK_TEXTS = {
  'F01': { text: '填报{found}，按各项收入{terms}计算为{expected}，相差{difference}。', remedy: '请核对各项收入与合计。' },
  'F02': { text: '填报{found}，按各类支出{terms}计算为{expected}，相差{difference}。', remedy: '请核对基本支出、项目支出与合计。' },
  'F03': { text: '{subject}{found}，功能分类各科目之和为{expected}，相差{difference}，两处不能同时成立。', remedy: '请核对功能分类明细与支出（性质）。' },
  'tail': { text: '填报{found}，按{terms}计算为{expected}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'F07': { text: '{subject}填报{found}，按支出经济分类合计为{expected}，相差{difference}，两处不能同时成立。', remedy: '请核对支出经济分类与支出表。' },
  'F07.staff': { text: '{subject}填报{found}，支出经济分类{classes}类基本支出合计为{expected}，相差{difference}，两处不能同时成立。', remedy: '请核对人员经费与经济分类。' },
  'F07.tail': { text: '{subject}填报{found}，按支出经济分类合计为{expected}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'F08': { text: '项目{subject}合计{found}，与{nearest}{expected}相差{difference}，也不等于{other}。', remedy: '请核对项目是否填全；含人员类、公用经费项目的，请填项目类别。' },
  'F08.scope': { text: '项目{subject}合计{found}，比项目支出{expected}多{difference}：本表项目含人员类、公用经费项目，合计为支出合计，不等于项目支出。', remedy: '不必修改；填写项目类别后可逐类核对。' },
  'F08.tail': { text: '项目{subject}合计{found}，项目支出{expected}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'F08.classes': { text: '{classes}项目{subject}合计{found}（{terms}），{kind}为{expected}，相差{difference}，两处不能同时成立。', remedy: '请核对项目金额、项目类别和{kind}。' },
  'F10': { text: '填报{found}，按年初预算数{initial}与年中调整数{adjustment}计算为{expected}，相差{difference}。', remedy: '请核对年初预算数、年中调整数和调整后预算数。' },
  'F11': { text: '{metric}前后不一致：{places}。不能同时成立。', remedy: '请核对后统一为同一数。' },
  'F11.fund': { text: '{metric}前后不一致：{places}；其中{value}与{fund}一致。', remedy: '如仅指{fund}，请写明；否则请更正。' },
  'F11.tail': { text: '{metric}：{places}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'F12': { text: '填报{found}，大于“{whole}”{expected}，多{difference}。', remedy: '“其中”数不应大于总额，请核对两处。' },
  'F13': { text: '总额为{found}，而明细{terms}合计{expected}。', remedy: '请补填总额。' },
  'F14': { text: '上级项目为{found}，而下级项目{terms}合计{expected}。', remedy: '请补填上级项目，或核对下级项目。' },
  'F17': { text: '政府性基金收入{found}，政府性基金支出{expected}，相差{difference}，而没有结转结余。', remedy: '请核对基金收入与支出；有结转结余的，请补填。' },
  'F17.tail': { text: '政府性基金收入{found}，政府性基金支出{expected}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'F20': { text: '按常年、阶段分共{found}个项目，按项目类别{terms}计算为{expected}个，相差{difference}个。', remedy: '请核对项目个数。' },
  'F20.stated': { text: '直接填报{found}个，项目明细有{expected}个，相差{difference}个，按明细计算。', remedy: '请核对项目明细；明细已填全的，请清空直接填报数。' },
  'F21': { text: '常年、阶段项目合计{found}，按项目类别{terms}计算为{expected}，相差{difference}。', remedy: '请核对各类项目金额。' },
  'F21.stated': { text: '直接填报{found}，项目明细合计{expected}，相差{difference}，按明细计算。', remedy: '请核对项目明细；明细已填全的，请清空直接填报数。' },
  'F21.tail': { text: '填报{found}，各项合计{expected}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'F23': { text: '{classes}项目{subject}合计{found}（{terms}），{kind}为{expected}，相差{difference}，两处不能同时成立。', remedy: '请核对项目金额、项目类别和{kind}。' },
  'F23.misplaced': { text: '按项目{subject}，人员类、公用经费类合计{found}，基本支出{expected}；其他运转类、特定目标类合计{project}，项目支出{projectExpected}：恰有{amount}归错类别。', remedy: '请核对各项目的类别。' },
  'F23.tail': { text: '{classes}项目{subject}合计{found}（{terms}），{kind}为{expected}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'F24': { text: '{funds}，两处不能同时成立。', remedy: '请核对项目的资金来源和金额。' },
  'F24.tail': { text: '{funds}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'F25': { text: '决算数填报{found}，按基本支出、项目支出{terms}计算为{expected}，相差{difference}。', remedy: '请核对该科目的决算数与基本支出、项目支出。' },
  'F26': { text: '项目明细{period}执行数合计{found}，执行进度为{expected}，相差{difference}，两处不能同时成立。', remedy: '请核对各项目{period}执行数与执行进度。' },
  'F26.tail': { text: '项目明细{period}执行数合计{found}，执行进度为{expected}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'F28': { text: '填报{found}，支出经济分类{account}科目合计为{expected}，相差{difference}。', remedy: '请核对；口径不同的，请说明。' },
  'F28.tail': { text: '填报{found}，支出经济分类{account}科目合计为{expected}，相差{difference}，属四舍五入尾差。', remedy: '可不改；若非四舍五入所致，请更正。' },
  'R01': { text: '填报{found}，按{terms}计算为{expected}。', remedy: '请更正执行率，或核对执行数和预算数。' },
  'R01.basis': { text: '已填累计执行数{executed}，未选口径；按全年调整后预算数计算执行率为{expected}。', remedy: '请选择口径：时点预算数或全年调整后预算数。' },
  'R02': { text: '累计执行数{later}小于{earlierPeriod}的{earlier}，累计数不应减少。', remedy: '请核对两个时段的累计执行数。' },
  'R02.row': { text: '累计执行数{later}小于{earlierPeriod}的{earlier}，累计数不应减少。', remedy: '请核对该项目两个时段的执行数。' },
  'R02.same': { text: '与{earlierPeriod}预算数同为{budget}，执行数{later}与{earlier}不同，执行率却同为{found}。', remedy: '请核对执行数、预算数口径和执行率。' },
  'R03': { text: '填报{found}，按年初预算数计算（{terms}）为{expected}。', remedy: '偏离度须以年初预算数为基数，请更正。' },
  'R03.base': { text: '填报{found}，与以调整后预算数为基数的结果一致；按年初预算数计算（{terms}）为{expected}。', remedy: '偏离度须以年初预算数为基数，请更正。' },
  'R04.truncated': { text: '填报{found}，按{terms}计算为{expected}，疑为截位。', remedy: '请核对更正，或说明口径。' },
  'R04.oneUnit': { text: '填报{found}，按{terms}计算为{expected}，疑为凑整。', remedy: '请核对更正，或说明口径。' },
  'R04': { text: '填报{found}，按{terms}计算为{expected}。', remedy: '请更正占比，或核对分项与合计。' },
  'R05': { text: '各项占比之和为{found}，超出四舍五入的范围，应为100%。', remedy: '请逐项核对占比。' },
  'R05.rounding': { text: '各项占比之和为{found}，与100%的差在四舍五入范围内。', remedy: '可不改；不要为凑成100%改动单项占比。' },
  'R10': { text: '执行率{found}：执行数{executed}，大于调整后预算数{budget}，多{difference}。', remedy: '请核对预算数和执行数；使用结转资金或超预算的，请说明。' },
  'R15': { text: '年中调整{adjustment}，占年初预算数{initial}的{found}，超过{limit}，未说明原因。', remedy: '请在【{reasonSheet}】“{reason}”中说明原因。' },
  'I01': { text: '权重合计{found}，应为{expected}，相差{difference}。', remedy: '请核对各指标权重。' },
  'I01.rounding': { text: '权重合计{found}，应为{expected}，相差{difference}，像是逐项四舍五入所致；权重合计须正好为{expected}，不设容差。', remedy: '请把差额调整在其中一项指标上。' },
  'I04': { text: '自评得分{found}，超过分值{expected}，多{difference}分。', remedy: '请核对得分。' },
  'I06': { text: '{rows}未完成指标值，得分却不低于权重。', remedy: '请核对完成值和得分。' },
  'I08': { text: '{rows}的实际完成值不是实际数（{found}）。', remedy: '请填实际达到的数值，不写“≥”“不少于”“完成”等字样。' },
  'I09': { text: '{rows}共{count}项定量指标缺少度量单位{hint}。', remedy: '请补填度量单位。' },
  'I11': { text: '“{found}”不在{group}的二级指标之列（{expected}）。', remedy: '请核对指标归类；本单位另设的，请说明。' },
  'I12': { text: '{rows}为成本类定性指标，量表“{scale}”看不出哪一端为好，{points}分待核实。', remedy: '请在“方向”列选择正向或反向。' },
  'I14': { text: '{count}项有余地的定量指标，实际完成值全部与指标值相同。', remedy: '请确认完成值为实际结果，而非照抄指标值。' },
  'I19': { text: '手工填报得分{found}分，得分表总分{expected}分，相差{difference}分。', remedy: '得分表已能算出总分，请清空手工填报得分，或核对得分表。' },
  'I19.unsupported': { text: '自评得分{found}分，既没有得分表总分，也未填扣分事项。', remedy: '请填得分表，或在【{sheet}】“{reasons}”中逐项写明扣了几分、为什么；没有扣分的也请写明。' },
  'I21': { text: '{rows}得分低于分值，共扣{points}分，未填扣分原因。', remedy: '请逐项填写扣分原因。' },
  'N01': { text: '合计{found}人，按分项{terms}计算为{expected}人。', remedy: '请核对各类人员数。' },
  'N04': { text: '{subject}应说明{count}项，只填了{filled}项，缺{missing}。', remedy: '请补填；没有发生的填0。' },

  'T01': { text: '填报{found}，按各项{terms}计算为{expected}，相差{difference}。', remedy: '请核对“三公”经费合计与出国（境）、用车、接待各项。' },
  'T02': { text: '填报{found}，按购置、运行维护{terms}计算为{expected}，相差{difference}。', remedy: '请核对公务用车小计与购置费、运行维护费。' },
  'T03': { text: '决算数{found}，大于全年预算数{expected}，多{difference}。', remedy: '请核对；确属超预算的，请说明原因。' },
  'T05': { text: '购置费折合每辆{found}（{terms}），不在{low}至{high}之间。', remedy: '请核对购置费和购置数；执法等特种用车请说明。' },
  'T05.count': { text: '有购置费{amount}，{items}{state}。', remedy: '请补填购置数，或核对购置费。' },
  'T06': { text: '有接待费{amount}，{items}{state}。', remedy: '请补填批次、人次，或核对接待费。' },
  'T07': { text: '有出国（境）费{amount}，{items}{state}。', remedy: '请补填团组、人次，或核对出国（境）费。' },
  'T08': { text: '有运行维护费{amount}，{items}{state}。', remedy: '请补填保有量，或核对运行维护费。' },

  'A01': { text: '年末数填报{found}，按年初、增加、减少{terms}计算为{expected}，相差{difference}。', remedy: '请核对资产年初数、增减数和年末数。' },
  'A02': { text: '资产本年增加为{found}，而【{sheet}】“{item}”有{amount}。', remedy: '请核对资产增加数；购置未入账或不形成资产的，请说明。' },
  'A03': { text: '填“{found}”，而“{item}”为{amount}。', remedy: '请核对是否涉及政府采购。' },
  'A03.none': { text: '填“{found}”，而政府采购预算数、执行数均为{amount}（“{item}”等）。', remedy: '请核对是否涉及政府采购，或补填采购数。' },

  'S01.missing': { text: '{filled}已填，{missing}未填。', remedy: '请在上报前补填。' },
  'S01.order': { text: '{found}，早于“{earlier}”{expected}。', remedy: '请核对两个日期的先后。' },
  'S01.year': { text: '{found}，早于评价年度{year}年的年末。', remedy: '自评在年度终了后进行，请核对日期。' },

  'V01': { text: '填报“{found}”是文本，不是数字，未参与计算；应为{expected}{notes}。', remedy: '请改填数字{expected}。' },
  'V02': { text: '填报“{found}”带有单位，未参与计算；折合{expected}{unit}。', remedy: '请只填数字{expected}，不写单位。' },
  'V03': { text: '金额格填报“{found}”，是百分比，未参与计算。', remedy: '请填以{unit}为单位的金额。' },
  'V04': { text: '填报“{found}”无法读成数字（{reason}），未参与计算。', remedy: '请只填一个数字；没有的留空，确实为零的填0。' },
  'V05': { text: '填报{found}，此处不应为负数。', remedy: '请核对正负号。' },
  'V06': { text: '填报{found}，超过15位，电子表格会丢失末位。', remedy: '请核对金额单位和位数。' },
  'V07': { text: '是错误值{found}，用到它的比率和得分均未计算。', remedy: '请改填数字，或清除出错的公式、链接。' },
  'V08': { text: '填报{found}，像是日期（{date}），不像数字。', remedy: '请改填数字；确为该数的，请说明。' },
  'V08.format': { text: '填报{found}，按单元格格式是日期（{date}），不是数字。', remedy: '请改填数字，并把单元格格式改回数值。' },
  'V09': { text: '填报{found}，是逻辑值，不是数字，未参与计算。', remedy: '请改填数字。' },
  'V10': { text: '填报“{found}”不在可选项之列（{expected}）。', remedy: '请从下拉列表中选择。' },
  'V11': { text: '本行已填{items}，缺少“{column}”，不计入清单。', remedy: '请补填“{column}”，或清空本行。' },
  'V12': { text: '填报{found}，个数、人数应为整数。', remedy: '请核对。' },
  'V13': { text: '填报{found}，即{percent}，疑为{expected}漏了百分号。', remedy: '请改填{expected}；确为{percent}的，请说明。' },
  'V14': { text: '必填项只填了{found}，等于没填。', remedy: '请填写实际内容。' },
  'V15': { text: '{rows}的{column}“{found}”无法读成数字（{reason}），完成率和得分未计算。', remedy: '请只填一个数字；比较符号填在“{nature}”，单位填在“{unit}”。' },
  'V16': { text: '{first}与{second}重复，同为“{found}”，金额或得分会重复计算。', remedy: '请删去重复的一行；确为两项的，请把名称写清。' },
  'V16.code': { text: '{first}与{second}编码同为“{found}”，名称却不同（“{name}”“{other}”）。', remedy: '请核对编码和名称。' },
  'V20': { text: '表“{sheet}”找不到，可能已被删除，其中数据未能读取。', remedy: '请用“生成套表”补建该表，或从备份恢复。' },
  'V21': { text: '找不到{items}，行、列或名称可能已被删除，未从相邻格读取。', remedy: '请撤销删除，或用“生成套表”补建。' },
  'V22': { text: '清单“{list}”找不到表头{columns}，该列未能读取。', remedy: '请恢复原来的表头。' },
  'V23': { text: '表“{sheet}”已隐藏，仍按其中数据计算。', remedy: '请取消隐藏后核对。' },
  'V24': { text: '表“{sheet}”已改名为“{found}”，仍按该表读取。', remedy: '请改回原名。' },
  'V25': { text: '发现表“{sheet}”的副本“{found}”，只读取原表。', remedy: '请确认数据填在原表，并删除副本。' },
  'V26': { text: '清单“{list}”中插入了{count}行，这些行没有公式。', remedy: '请把内容移到原有的行，再删除插入的行。' },
  'V30': { text: '显示{found}，按公式应为{expected}，公式被改动或未重算。', remedy: '请还原公式，或按F9重算后再校验。' },
  'V30.constant': { text: '公式被改成固定值{found}，按公式应为{expected}。', remedy: '请还原公式。' },
  'V31': { text: '{count}格公式被改成固定值（{items}），目前数值一致，数据变动后不会更新。', remedy: '请还原公式。' },
} as const satisfies Readonly<Record<string, { readonly text: string; readonly remedy: string }>>;

export type TextKey = keyof typeof CHECK_TEXTS;

type SlotsIn<T extends string> = T extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never;
type SlotsOf<K extends TextKey> = SlotsIn<(typeof CHECK_TEXTS)[K]['text']> | SlotsIn<(typeof CHECK_TEXTS)[K]['remedy']>;

/** A sentence with its remedy, filled in. */
export interface Words {
  readonly key: TextKey;
  readonly text: string;
  readonly remedy: string;
}

/** Fills a text; the compiler knows which slots it has. */
export function words<K extends TextKey>(key: K, slots: Readonly<Record<SlotsOf<K>, string>>): Words {
  const values: Readonly<Record<string, string>> = slots;
  const fill = (template: string): string => template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => clip(values[slot] ?? ''));
  return { key, text: fill(CHECK_TEXTS[key].text), remedy: fill(CHECK_TEXTS[key].remedy) };
}

/** A cell may hold 32,767 characters; a sentence shows enough to recognise it. */
function clip(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
  'U': { text: '{message}', remedy: '请核对公式用到的各格；公式见自检表。' },
  'U.sides': { text: '{message}（左值{found}，右值{expected}）', remedy: '请核对公式用到的各格；公式见自检表。' },


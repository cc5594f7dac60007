import { bindFormula, formulaNames } from '../../../src/evaluation/ownRules/ownRule';
import { LONGEST_FORMULA } from '../../../src/evaluation/ownRules/parse';
import { compileForm } from '../../../src/evaluation/form';
import { ownPack } from '../../cases/ownPack';

const form = compileForm(ownPack);
if (!form.ok) throw new Error(JSON.stringify(form.error));
const names = formulaNames(form.value.fields, form.value.lists);

function faults(formula: string): readonly string[] {
  const bound = bindFormula(formula, names);
  return bound.ok ? [] : bound.error.map(({ at, found, expected }) => `${at} ${found} → ${expected}`);
}

const TOTAL = '收入_收入合计_调整后预算数';

test.each([
  ['', '1 空白 → 以等号 = 开头的公式'],
  ['=', '2 公式到此中断 → 名称、数字、文字、函数或左括号'],
  [`=${TOTAL}>`, '17 公式到此中断 → 名称、数字、文字、函数或左括号'],
  [`=(${TOTAL}>0`, '19 公式到此中断 → 右括号 )'],
  [`=${TOTAL}>0)`, '18 ) → 去掉多余的右括号'],
  [`=${TOTAL} 5`, '17 5 → 运算符，或到此结束'],
  [`=0<${TOTAL}<5`, '18 < → 不能连着比较，请写成 AND(甲<=乙,乙<=丙)'],
  ['=B5>0', '2 B5 → 名称，不能写单元格地址'],
  ['=$B$5>0', '2 $ → 名称，不能写单元格地址'],
  ['=R1C1>0', '2 R1C1 → 名称，不能写单元格地址'],
  ['=XFD1048576>0', '2 XFD1048576 → 名称，不能写单元格地址'],
  ["='收入'!B5>0", '2 \' → 名称，不能引用工作表'],
  ['=[1]收入!B5>0', '2 [ → 名称，不能引用其他工作簿'],
  ['=SUM({1,2})>0', '6 { → 名称、数字或函数，不能写数组'],
  ['=SUM(A1:B9)>0', '8 : → 名称，不能写区域'],
  ['=#REF!>0', '2 # → 名称，不能写错误值'],
  ['=@收入>0', '2 @ → 名称、数字或函数'],
  ['=INDIRECT("A1")>0', /^2 INDIRECT\(\) → 可用的函数：SUM、/],
  ['=HYPERLINK("http://x")="1"', /^2 HYPERLINK\(\) → /],
  ['=_xlfn.WEBSERVICE("x")="1"', /^2 _xlfn\.WEBSERVICE\(\) → /],
  ['=SUMM(项目_执行数)>0', /^2 SUMM\(\) → 是否指 SUM？可用的函数：/],
  ['=cmd|" /c calc"!A1', '5 | → 名称、数字、运算符或函数'],
  [`=${TOTAL}>“是”`, '17 “ → 英文双引号 "'],
  [`=${TOTAL}>"`, '17 " → 文字末尾的英文双引号 "'],
  [`=${TOTAL}>1e5`, '17 1e5 → 运算符；名称不以数字开头'],
  ['=1234567890123456>0', '2 1234567890123456 → 不超过15位的数字'],
  [TOTAL, `1 ${TOTAL} → 以等号 = 开头的公式`],
  [`=${TOTAL}`, '2 数字 → 能判断成立与否的条件，如 =甲<=乙'],
  ['=收入_合计_调整后预算数>0', '2 收入_合计_调整后预算数 → 本模板的名称，是否指 收入_收入合计_调整后预算数'],
  ['=__proto__>0', '2 __proto__ → 本模板的名称（如 支出_基本支出_决算数）'],
  ['=constructor>0', '2 constructor → 本模板的名称（如 支出_基本支出_决算数）'],
  ['=项目_执行数>0', '2 项目_执行数（整列） → 一个格的名称；整列要放在 SUM、MAX、COUNTIF 等函数里'],
  ['=SUM(项目_项目名称)>0', '6 项目名称（文字列） → 数字的列'],
  [`=COUNTIF(${TOTAL},"是")>0`, `10 ${TOTAL}（一个格） → 清单一列的名称，如 项目_执行数`],
  ['=COUNTIF(项目_项目类别,"人*")>0', '18 "人*" → 加引号的文字如 "人员类"，或与数比较如 ">=0.8"'],
  ['=COUNTIF(项目_项目类别,"项目类别")>0', '18 "项目类别" → 与列标题不同的文字'],
  ['=SUMIF(项目_项目类别,"人员类",指标_权重)>0', '2 两个清单的列 → 同一清单的列'],
  ['=ROUND(1)>0', '2 ROUND有1个参数 → ROUND(数,位数)'],
  [`=ROUND(${TOTAL},9)>0`, '23 位数 → 0 至 6 的整数'],
  [`=${TOTAL}^0.5>1`, '17 指数 → 0 至 9 的整数'],
  [`=IF(${TOTAL},TRUE,FALSE)`, '5 数字 → 条件'],
  [`=IF(${TOTAL}>0,1,"是")>0`, '2 数字、文字 → 各个结果同为数字、同为文字或同为条件'],
  ['=基本_联系人>0', '8 文字与数字比较 → 数字与数字比较，文字与文字比较'],
  ['=基本_联系人>"张"', '8 > → 文字只能用 = 或 <> 比较'],
  [`=(${TOTAL}>0)=TRUE`, /数字或文字的比较；几个条件请用 AND、OR、NOT$/],
  [`=${'('.repeat(30)}1${')'.repeat(30)}>0`, /嵌套不超过12层$/],
  [`=1>0${'+1'.repeat(60)}`, /合计不超过60个$/],
  [`=${'1'.repeat(LONGEST_FORMULA)}`, /1001个字符 → 不超过1000个字符$/],
  [`=${'('.repeat(990)}`, /嵌套不超过12层$/],
])('%s', (formula, expected) => {
  const [first] = faults(formula);
  if (typeof expected === 'string') expect(first).toBe(expected);
  else expect(first).toMatch(expected);
});

test('every unknown name at once', () => {
  expect(faults('=AND(甲>0,乙>0,收入_收入合计_年初预算>=0)')).toHaveLength(3);
});

test.each([
  [`＝${TOTAL}≥０`, false], [`=${TOTAL}≥0`, true], [` = ${TOTAL} <> 0`, true], [`=and(${TOTAL}>=0，true)`, true], [`=SUM(项目_执行数,${TOTAL})>=MAX(1,.5)`, true],
  ['=IFERROR(SUM(项目_执行数)/SUM(项目_预算数),0)<=110%', true], ['=SUMIF(项目_项目类别,"人员类",项目_执行数)>=0', true], ['=基本_联系人&"同志"<>"同志"', true],
])('%s is read: %s', (formula, readable) => {
  expect(faults(formula).length === 0).toBe(readable);
});

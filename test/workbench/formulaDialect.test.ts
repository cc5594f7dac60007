/** The functions a workbook may use: each must give in the host what Excel gives. Values follow the reference of Excel functions. */
import { openExcel, type OpenedExcel } from './officeClient';

let opened: OpenedExcel;

/** A small statement: codes, names, kinds, budget, executed, a text number, a blank, an error. */
const DATA = [
  ['代码', '名称', '类别', '预算', '执行'],
  ['001', '在职人员', '基本', 227.39, 218.45],
  ['002', '公用经费', '基本', 30.5, 30.5],
  ['003', '平台运维', '项目', 100, 95],
  ['004', '数据治理', '项目', 50, ''],
  ['005', '', '项目', '=1/0', '约300'],
];

beforeAll(async () => {
  opened = await openExcel({ sheets: ['收入 表'] });
  await opened.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:A6').numberFormat = Array.from({ length: 6 }, () => ['@']);
    sheet.getRange('A1:E6').values = DATA;
    context.workbook.names.add('预算数', sheet.getRange('D2:D5'));
    context.workbook.names.add('税率', '=0.13' as unknown as Excel.Range);
    await context.sync();
  });
});

const CASES: readonly (readonly [formula: string, result: string | number | boolean])[] = [
  ['=T(B2)', '在职人员'],
  ['=T(D2)', ''],
  ['=T(B6)', ''],
  ['=LEN(T(B6))', 0],
  ['=LEN(E5)', 0],
  ['=LEN("渠县大数据中心")', 7],
  ['=COUNT(D2:E5)', 7],
  ['=COUNT(A2:A5)', 0],
  ['=COUNTA(E2:E6)', 4],
  ['=COUNTBLANK(E2:E6)', 1],
  ['=COUNTIF(C2:C6,"项目")', 3],
  ['=COUNTIF(B2:B6,"*运维")', 1],
  ['=COUNTIFS(C2:C5,"基本",D2:D5,">100")', 1],
  ['=SUM(D2:D5)', 407.89],
  ['=SUM(预算数)', 407.89],
  ['=SUM(E2:E6)', 343.95],
  ['=SUMIF(C2:C5,"基本",D2:D5)', 257.89],
  ['=SUMIFS(D2:D5,C2:C5,"项目",D2:D5,">60")', 100],
  ['=SUMPRODUCT(D2:D5,--(C2:C5="项目"))', 150],
  ['=SUMPRODUCT((LEN(B2:B6)>0)*1)', 4],
  ['=ISTEXT(A2)', true],
  ['=ISTEXT(D2)', false],
  ['=ISNUMBER(E6)', false],
  ['=ISNUMBER(FIND("约",E6))', true],
  ['=ISERROR(D6)', true],
  ['=ISBLANK(E5)', true],
  ['=IFERROR(D6,0)', 0],
  ['=IFERROR(E2/D2,"")', 218.45 / 227.39],
  ['=SUBSTITUTE("96％","％","%")', '96%'],
  ['=SUBSTITUTE("1,234.5",",","")', '1234.5'],
  ['=VALUE(SUBSTITUTE("1,234.5",",",""))', 1234.5],
  ['=VLOOKUP("003",A2:D5,4,FALSE)', 100],
  ['=IFERROR(VLOOKUP("009",A2:D5,4,FALSE),"无")', '无'],
  ['=INDEX(D2:D5,MATCH("公用经费",B2:B5,0))', 30.5],
  ['=MATCH("数据治理",B2:B5,0)', 4],
  ['=ROUND(2.345,2)', 2.35],
  ['=ROUND(-2.345,2)', -2.35],
  ['=ROUND(1.005,2)', 1.01],
  ['=ROUND(E2/D2*100,2)', 96.07],
  ['=ROUNDDOWN(9.99,1)', 9.9],
  ['=TEXT(0.9607,"0.00%")', '96.07%'],
  ['=TEXT(1234.5,"#,##0.00")', '1,234.50'],
  ['=TEXT(45374,"yyyy年m月d日")', '2024年3月23日'],
  ['=TEXT(7,"00")', '07'],
  ['=IF(AND(LEN(B2)>0,D2>0),"有","无")', '有'],
  ['=IF(OR(C2="项目",C3="项目"),1,0)', 0],
  ['=NOT(FALSE)', true],
  ['=MAX(0,MIN(10,E2/D2*10))', (218.45 / 227.39) * 10],
  ['=MIN(D2:D5)', 30.5],
  ['=LEFT("约300",1)', '约'],
  ['=MID("≥95%",2,2)', '95'],
  ['=RIGHT("95%",1)', '%'],
  ['=FIND("％","96％")', 3],
  ['=SEARCH("b","AB")', 2],
  ['=TRIM("  甲  乙 ")', '甲 乙'],
  ['=ABS(-3.5)', 3.5],
  ['=MOD(7,3)', 1],
  ['=INT(-1.5)', -2],
  ['=EXACT("a","A")', false],
  ['="a"="A"', true],
  ['=D2&"万元"', '227.39万元'],
  ['=100*税率', 13],
  ["='收入 表'!D3*2", 61],
  ['=0.1+0.2=0.3', true],
  ['=CHOOSE(2,"甲","乙")', '乙'],
  ['=ROW(D5)', 5],
  ['=COLUMNS(A1:E1)', 5],
  ['=RANK(D2,D2:D5)', 1],
  ['=SUBTOTAL(109,D2:D5)', 407.89],
  ['=AVERAGE(D2:D5)', 101.9725],
  ['=CONCATENATE("a",1)', 'a1'],
  ['=REPT("0",3)', '000'],
  ['=UPPER("ab")', 'AB'],
  ['=DATE(2024,3,23)', 45374],
  ['=YEAR(45374)', 2024],
  ['=D6', '#DIV/0!'],
  ['=没有的名称', '#NAME?'],
  ['=VLOOKUP("009",A2:D5,4,FALSE)', '#N/A'],
  ['=VALUE("约300")', '#VALUE!'],
];

describe('formula results', () => {
  let results: unknown[] = [];

  beforeAll(async () => {
    results = await opened.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRangeByIndexes(0, 9, CASES.length, 1);
      range.formulas = CASES.map(([formula]) => [formula]);
      range.load('values');
      await context.sync();
      return range.values.map(([value]) => value as unknown);
    });
  });

  test.each(CASES.map(([formula, result], index) => [formula, result, index] as const))('%s gives %j', (_formula, result, index) => {
    if (typeof result === 'number') expect(results[index]).toBeCloseTo(result, 9);
    else expect(results[index]).toBe(result);
  });
});

describe('empty texts and blanks: Y1 holds ="", Y2 holds 0, Y3 is blank', () => {
  const fill = async (formulas: readonly string[]): Promise<unknown[]> => {
    await opened.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('Y1:Z20').clear();
      sheet.getRange('Y1:Y3').values = [['=""'], [0], ['']];
      sheet.getRange(`Z1:Z${formulas.length}`).formulas = formulas.map((formula) => [formula]);
      await context.sync();
    });
    return opened.host.book.values('收入 表', `Z1:Z${formulas.length}`).map(([value]) => value);
  };

  test('what a workbook may rely on', async () => {
    const safe = ['=LEN(Y1)=0', '=LEN(Y2)=0', '=LEN(Y3)=0', '=N(Y1)', '=SUM(Y1:Y3)', '=COUNT(Y1:Y3)', '=ISNUMBER(Y1)', '=IF(LEN(Y1)=0,"",Y1*5)', '=T(Y1)'];
    expect(await fill(safe)).toEqual([true, false, true, 0, 0, 1, false, '', '']);
  });

  test('what it may not: these differ from Excel, where they give #VALUE!, TRUE and FALSE', async () => {
    expect(await fill(['=Y1*5', '=Y1>5', '=Y2=""'])).not.toEqual(['#VALUE!', true, false]);
  });
});

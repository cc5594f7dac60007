import { readDocument } from '../../src/proofread/document';
import { figuresIn } from '../../src/proofread/figures';
import { readSubject } from '../../src/proofread/subject';

const figures = (text: string): readonly string[] => readDocument(text).paragraphs.flatMap(({ reading }) =>
  figuresIn(reading.text).map(({ kind, value, loose }) => `${kind} ${value.toFixed()}${loose ? '~' : ''}`));

test.each<[string, readonly string[]]>([
  ['支出29.8 万元', ['amount 29.8']],
  ['支出２２７．３９萬元', ['amount 227.39']],
  ['收入12 345 678.90 元，支出1,234.5万元', ['amount 1234.56789', 'amount 1234.5']],
  ['产值50.7亿元，补助600元', ['amount 507000', 'amount 0.06']],
  ['资源勘探支出141.83万，其他', ['amount 141.83']],
  ['服务1.2万人，植树3万株', ['count 12000', 'count 30000']],
  ['约227万元，超过95%，8600人次左右', ['amount 227~', 'percent 0.95~', 'count 8600~']],
  ['10-20万元', ['amount 20~']],
  ['执行率为百分之九十五点五', ['percent 0.955']],
  ['共十二个项目，两大类，四个股室', ['count 12', 'count 2', 'count 4']],
  ['下降-5.5%，调整数-10.2万元', ['percent 0.055', 'amount 10.2']],
  ['调整数为-10.2万元', ['amount -10.2']],
  ['自评得分90.5分，分为三类', ['score 90.5', 'count 3']],
  // Dates, periods, document numbers, titles, articles, telephones and codes are no figures.
  ['2023年1至6月，截至2023年12月31日，3月底', []],
  ['龙财绩〔2024〕11号，《2022年三公经费管理办法（5项）》，第三条', []],
  ['联系电话0818-7221234，项目编码A2023001，一是加强管理', []],
  ['公益一类事业单位，一次性项目', []],
])('%s', (text, expected) => {
  expect(figures(text)).toEqual(expected);
});

test.each<[string, string, string | null, string | null]>([
  ['2023年年初预算支出为', 'expenditure', 'initial', null],
  ['调整后财政资金预算收入', 'income', 'adjusted', 'fiscal'],
  ['其中：一般公共预算财政拨款收入为', 'income', null, 'general'],
  ['年终决算数', '', 'final', null],
  ['全年预算数', '', 'adjusted', null],
  ['年中追加', '', 'adjustment', null],
  ['部门整体支出', 'expenditure', null, null],
  ['“三公”经费财政拨款支出决算', 'threePublic', 'final', 'fiscal'],
  ['公务用车购置及运行维护费', 'vehicles', null, null],
  ['公务用车购置费', 'vehiclePurchase', null, null],
  ['年末结转和结余资金', 'carryOver', null, null],
])('subject of %s', (label, metric, role, fund) => {
  expect(readSubject(label)).toMatchObject({ metric, role, fund, certain: true });
});

test('a name that is not understood is no metric of the field', () => {
  expect(readSubject('信息化项目支出')).toMatchObject({ certain: false });
  expect(readSubject('青山县水务局2023年基本支出')).toMatchObject({ metric: 'basic', owner: '青山县水务局', year: 2023, certain: true });
});

describe('a reading', () => {
  test('keeps where every character stood', () => {
    const text = '全年预算 477.72 万元，\n\n执行数 ４７７．７２ 萬元。';
    const [first, second] = readDocument(text).paragraphs;
    expect(first?.reading.text).toBe('全年预算477.72万元，执行数477.72万元。');
    expect(second).toBeUndefined();
    const at = first?.reading.text.indexOf('执行数') ?? -1;
    const span = first?.reading.source(at, at + '执行数477.72万元'.length);
    expect(text.slice(span?.start, span?.end)).toBe('执行数 ４７７．７２ 萬元');
  });

  test('headings and table lines stay paragraphs of their own, a line broken in mid-sentence goes on', () => {
    expect(readDocument('一、基本情况\n（一）机构\n项目支出\t460\n这一行在换页的地方断开了而且还没有写完整\n句话。下一句。').paragraphs.map(({ sentences }) => sentences.length)).toEqual([1, 1, 1, 2]);
  });
});

import type { Mention } from './mentions';

/** A way a whole is divided that everybody in the field knows: together its members are the whole. */
export interface Partition {
  readonly code: string;
  readonly is: (part: Mention) => boolean;
  /** All of these must stand there before the list counts as complete. */
  readonly needs: readonly ((part: Mention) => boolean)[];
  readonly fits: (head: Mention) => boolean;
}

const metric = (...names: readonly string[]) => (mention: Mention): boolean => mention.subject.certain && names.includes(mention.subject.metric) && (mention.subject.fund === null || names.length > 0);
const labelled = (pattern: RegExp) => (mention: Mention): boolean => pattern.test(mention.label);
const FUNCTIONS = /(?:一般(?:公共)?服务|外交|国防|公共安全|教育|科学技术|文化|旅游|体育|传媒|社会保障|就业|社会保险基金|卫生健康|医疗|节能环保|城乡社区|农林水|交通运输|资源勘探|商业服务|金融|援助其他地区|自然资源|住房保障|粮油物资|灾害防治|应急|预备费|债务|抗疫|其他)[^，。；]{0,12}(?:支出|等支出)?[：为是]?$/;

/** F01–F06, T01, T02, N01, F20, F21 of the catalogue. */
export const PARTITIONS: readonly Partition[] = [
  { code: 'F02', is: metric('basic', 'project'), needs: [metric('basic'), metric('project')], fits: (head) => ['', 'expenditure', 'income'].includes(head.subject.metric) || !head.subject.certain },
  { code: 'F06', is: metric('staff', 'office'), needs: [metric('staff'), metric('office')], fits: (head) => head.subject.metric === 'basic' },
  { code: 'T01', is: metric('abroad', 'vehicles', 'reception'), needs: [metric('abroad'), metric('vehicles'), metric('reception')], fits: (head) => head.subject.metric === 'threePublic' },
  { code: 'T02', is: metric('vehiclePurchase', 'vehicleRunning'), needs: [metric('vehiclePurchase'), metric('vehicleRunning')], fits: (head) => head.subject.metric === 'vehicles' },
  {
    code: 'F05', is: ({ subject }) => ['general', 'govFund', 'capital'].includes(subject.fund ?? ''),
    needs: [({ subject }) => subject.fund === 'general', ({ subject }) => subject.fund === 'govFund'], fits: (head) => head.subject.fund === 'fiscal',
  },
  {
    code: 'N01', is: labelled(/行政|事业|工勤|参公|参照公务员/), needs: [labelled(/事业|行政/), labelled(/行政|工勤|参公|参照公务员/)],
    fits: (head) => head.figure.kind === 'count' && /编制|在职|实有|在编/.test(head.label) && !/事业编制|行政编制/.test(head.label),
  },
  { code: 'F20', is: labelled(/项目|类/), needs: [labelled(/类|常年|延续|阶段|一次性|新增|重点|一般/), labelled(/类|常年|延续|阶段|一次性|新增|一般/)], fits: (head) => head.figure.kind === 'count' && head.figure.unit === '个' && /项目/.test(head.label) },
  { code: 'F12', is: labelled(/货物|工程|服务/), needs: [labelled(/货物/), labelled(/工程/), labelled(/服务/)], fits: (head) => /采购/.test(head.label) },
  { code: 'F03', is: labelled(FUNCTIONS), needs: [labelled(/社会保障/), labelled(/卫生健康|医疗/), labelled(/住房保障/)], fits: (head) => ['', 'expenditure'].includes(head.subject.metric) },
];

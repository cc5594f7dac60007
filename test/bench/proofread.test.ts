import { readReportFile } from '../../src/files/readReportFile';
import { proofread } from '../../src/proofread/proofread';
import { paragraph, wordFile } from '../files/wordFile';

const TRIES = 5;
const KILOBYTES = 100;
const TIMES = 4;

/** A report of so many kilobytes in UTF-8: sections of headings, sums, shares, projects and prose, no figure twice. */
function report(kilobytes: number): string {
  const sections: string[] = [];
  for (let size = 0, i = 1; size < kilobytes * 1024; i += 1) {
    const [basic, project] = [100 + i, 50 + i];
    const text = [
      `（${i}）项目${i}资金情况`,
      `2022年年初预算${basic + project}万元，全年预算数${basic + project}万元，执行数${basic + project}万元，完成预算的100%。其中：基本支出${basic}万元，项目支出${project}万元。`,
      '按照年度工作安排，组织开展业务培训，完善管理制度，强化过程监控，群众反映问题得到及时办理，服务水平稳步提升。',
      `一是加强统筹，走访村（社区）${i % 30 + 1}个；二是细化措施，开展宣传${i % 12 + 1}场次；三是跟踪问效，满意度达到9${i % 10}%。`,
    ].join('\n');
    sections.push(text);
    size += Buffer.byteLength(text) + 1;
  }
  return sections.join('\n');
}

function median(act: () => void): number {
  const times = Array.from({ length: TRIES }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0;
}

test('proofreading 100 KB of report text as a ratio to reading it from Word, and how it grows', () => {
  const text = report(KILOBYTES);
  const file = wordFile(text.split('\n').map((line) => paragraph(line)).join(''));
  expect(readReportFile(file, '报告.docx')).toEqual({ ok: true, value: text });
  proofread(text);
  const reading = median(() => readReportFile(file, '报告.docx'));
  const once = median(() => proofread(text));
  const larger = report(TIMES * KILOBYTES);
  const start = performance.now();
  proofread(larger);
  const grown = performance.now() - start;
  console.log(`校对 ${KILOBYTES} KB：${once.toFixed(0)} 毫秒，÷ 读取同一 Word 文件 = ${(once / reading).toFixed(1)}；${TIMES * KILOBYTES} KB 为其 ${(grown / once).toFixed(1)} 倍`);
  expect(grown).toBeLessThan(3 * TIMES * once);
}, 600_000);

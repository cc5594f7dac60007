/** Longest run of characters a text may share with a published one without being copied from it. */
const LONGEST = 12;

/** Names, titles and set phrases of the trade, which have one wording only. */
const SET_PHRASES: readonly string[] = [
  '部门整体支出绩效目标完成情况自评表', '渠县财政局关于开展', '年县级部门绩效自评工作的通知', '国有资本经营预算财政拨款收入', '政府性基金预算财政拨款收入',
  '年度部门预算支出绩效自评工作的通知', '龙山县预算支出绩效评价管理办法', '乡镇街道视频会议系统运维',
  '首届全国先进计算技术创新大赛', '工业大数据中心团队', '农业大脑团队', '数字孪生设计方案',
];

/** Runs of Chinese characters longer than 12 that texts of ours share with the published one; marks and digits break a run or are passed over. */
export function sharedRuns(published: string, ours: readonly string[], way: 'unbroken' | 'overMarks'): readonly string[] {
  const theirs = characters(published, way);
  const runs = ours.flatMap((text) => characters(text, way).split(' ')).flatMap((text) => runsIn(theirs, text));
  return [...new Set(runs)];
}

function characters(text: string, way: 'unbroken' | 'overMarks'): string {
  const han = text.replaceAll(/[^\p{Script=Han}]+/gu, way === 'unbroken' ? ' ' : '');
  return SET_PHRASES.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), han);
}

function runsIn(theirs: string, ours: string): readonly string[] {
  const runs: string[] = [];
  for (let start = 0; start + LONGEST < ours.length; start += 1) {
    let end = start + LONGEST + 1;
    if (!theirs.includes(ours.slice(start, end))) continue;
    while (end < ours.length && theirs.includes(ours.slice(start, end + 1))) end += 1;
    runs.push(ours.slice(start, end));
    start = end - 1;
  }
  return runs;
}

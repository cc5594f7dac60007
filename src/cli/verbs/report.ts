import { composeReport, reportText } from '../../actions/composeReport';
import { ok } from '../../values/result';
import { outputPlace, writeOutput } from '../disk';
import { openFilledFile } from '../openWorkbookFile';
import { printable } from '../terminal';
import { DONE, type Verb } from '../verb';

/** 生成自评报告 of a file as text; the workbook stays as it is. */
export const report: Verb = {
  name: 'report',
  about: '由工作簿生成自评报告文字',
  argument: { name: '文件.xlsx', about: '用套表填报的工作簿', required: true },
  options: {
    out: { value: '文件.txt', about: '写到哪里（UTF-8，每段一行）；不写则输出到屏幕' },
    force: { value: null, about: '文件已存在时替换' },
  },
  more: ['工作簿“自评报告”里改写过的段落保持改写的文字。缺数的句子印出【待填：…】，与计算不符的印出【待核：…】，并在屏幕上列出。'],
  run: async ({ argument, values, switches }, terminal) => {
    const path = argument ?? '';
    const out = values.get('out');
    const place = out === undefined ? null : await outputPlace(terminal.folder, out, '.txt', [path], switches.has('force'));
    if (place && !place.ok) return place;
    const opened = await openFilledFile(path, terminal);
    if (!opened.ok) return opened;
    const { pack, snapshot } = opened.value;
    terminal.stage('正在生成报告');
    const composed = composeReport(pack.form, pack.plan, snapshot);
    if (!composed.ok) return composed;
    const text = reportText(composed.value);
    if (place) {
      const written = await writeOutput(place.value, `${text}\n`);
      if (!written.ok) return written;
      terminal.out(`已写入 ${place.value.name}：${text.split('\n').length} 段。`);
    } else terminal.out(printable(text));
    const { gaps, merged } = composed.value;
    if (merged.kept.length > 0) terminal.err(`有 ${merged.kept.length} 段由人改写，按改写的文字输出。`);
    if (gaps.length > 0) terminal.err(printable(['报告中的待办：', ...gaps.map(({ kind, label }) => `  【${kind}：${label}】`)].join('\n')));
    return ok(DONE);
  },
};

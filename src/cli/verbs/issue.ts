import { DISTRIBUTION_LIST, distributionList } from '../../actions/handingOut/distributionList';
import { issueTemplates, type IssuedTemplate } from '../../actions/handingOut/issueTemplates';
import { readMaster } from '../../actions/handingOut/readMaster';
import type { AddInSource } from '../../actions/ports';
import { templateFileNames } from '../../actions/fileName';
import { fail, ok, type Result } from '../../values/result';
import { LONGEST_PASSWORD, protectionLock } from '../../workbook/protectionLock';
import { outputFolder, outputPlace, writeOutput, type OutputPlace } from '../disk';
import { openWorkbookFile } from '../openWorkbookFile';
import { settingFaults } from '../settingFaults';
import { jsonText, printable } from '../terminal';
import { DONE, type Failure, type Verb } from '../verb';

const DEPLOYED = '集中部署';
const SIDELOADED = '开发';
const CLOSED = '不打开';

/** 预填分发: one prefilled template a unit of 单位名册. */
export const issue: Verb = {
  name: 'issue',
  about: '按模板工作簿的“单位名册”，为每个单位生成预填的套表',
  argument: null,
  options: {
    master: { value: '文件.xlsx', required: true, about: '财政局的模板工作簿（有“模板设置”和“单位名册”）' },
    out: { value: '文件夹', required: true, about: '写到哪个文件夹；没有就新建' },
    pane: { value: '方式', about: `打开套表时自动显示助手窗格：${DEPLOYED}（默认）、\\\\服务器\\共享（共享文件夹目录）、${SIDELOADED}、${CLOSED}` },
    password: { value: '口令', about: '工作表和工作簿结构的保护口令；不写则保护不设口令' },
    json: { value: null, about: '以 JSON 输出清单' },
    force: { value: null, about: '文件已存在时替换' },
  },
  more: [
    `每个单位一个文件（单位编码-单位名称-年度-部门绩效自评.xlsx），另写一份${DISTRIBUTION_LIST}。`,
    '模板设置或单位名册有错时，一次列出全部错误和单元格，不写任何文件。',
    'JSON：{templates: [{code, name, contact, phone, fileName, size, rows: [{list, count}]}]}',
    '例：npm run -s jixiao -- issue --master 模板.xlsx --out 下发',
  ],
  run: async ({ values, switches }, terminal) => {
    const path = values.get('master') ?? '';
    const opensPane = sourceOf(values.get('pane') ?? DEPLOYED);
    if (!opensPane.ok) return opensPane;
    const password = values.get('password');
    if (password !== undefined && password.length > LONGEST_PASSWORD) return fail({ code: 'M26', text: '口令太长。', expected: `不超过${LONGEST_PASSWORD}个字符`, remedy: '请缩短口令。' });
    const opened = await openWorkbookFile(path, terminal);
    if (!opened.ok) return opened;
    const master = readMaster(opened.value);
    if (!master.ok) return master;
    const { settings, roster } = master.value;
    if (!settings.ok || !roster.ok) {
      const faults = settingFaults([...(settings.ok ? [] : settings.error), ...(roster.ok ? [] : roster.error)]);
      return fail({ code: 'M33', text: `模板工作簿“${printable(path)}”有${faults.length}处错误，没有生成任何文件。`, remedy: '请按下列各条改正后再试。', faults });
    }
    const places = await placesOf(terminal.folder, values.get('out') ?? '', path, switches.has('force'), [
      DISTRIBUTION_LIST, ...templateFileNames(roster.value.map(({ code, name }) => ({ unitCode: code, unitName: name, year: String(settings.value.year) }))),
    ]);
    if (!places.ok) return places;
    const { writeXlsx } = await import('../../files/writeXlsx');
    const made: string[] = [];
    const issued = await issueTemplates(
      { pack: settings.value, units: roster.value, options: { created: new Date(), ...(opensPane.value ? { opensPane: opensPane.value } : {}), ...(password === undefined ? {} : { lock: await protectionLock(password) }) } },
      writeXlsx,
      async ({ name, bytes }) => {
        const place = places.value.get(name);
        const written = place ? await writeOutput(place, bytes) : fail(notPlanned(name));
        if (written.ok) made.push(name);
        return written;
      },
      { signal: new AbortController().signal, progress: (_done, _total, what) => { terminal.stage(printable(what)); }, waiting: () => undefined },
    );
    if (!issued.ok) {
      if (made.length > 0) terminal.err(printable(`已写好 ${made.length} 个文件：${made.join('、')}`));
      return issued;
    }
    const { templates } = issued.value;
    const list = places.value.get(DISTRIBUTION_LIST);
    const written = list ? await writeOutput(list, distributionList(templates)) : fail(notPlanned(DISTRIBUTION_LIST));
    if (!written.ok) return written;
    terminal.out(switches.has('json') ? jsonText({ templates }) : printable([...templates.map(line), `共 ${templates.length} 个单位，另有${DISTRIBUTION_LIST}。`].join('\n')));
    return ok(DONE);
  },
};

function sourceOf(pane: string): Result<AddInSource | null, Failure> {
  if (pane === CLOSED) return ok(null);
  if (pane === DEPLOYED) return ok({ kind: 'central' });
  if (pane === SIDELOADED) return ok({ kind: 'developer' });
  if (/^\\\\[^\\]+\\[^\\]/.test(pane)) return ok({ kind: 'share', path: pane });
  return fail({ code: 'M06', text: `选项 --pane 写了“${printable(pane).slice(0, 60)}”。`, expected: `${DEPLOYED}、${SIDELOADED}、${CLOSED}，或 \\\\服务器\\共享 形式的路径`, remedy: '请改正后再试。' });
}

/** Every file's place, looked at before the first is written. */
async function placesOf(folder: string, out: string, master: string, force: boolean, names: readonly string[]): Promise<Result<ReadonlyMap<string, OutputPlace>, Failure>> {
  const made = await outputFolder(folder, out);
  if (!made.ok) return made;
  const places = new Map<string, OutputPlace>();
  for (const name of names) {
    const place = await outputPlace(folder, `${made.value}/${name}`, name === DISTRIBUTION_LIST ? '.csv' : '.xlsx', [master], force);
    if (!place.ok) return place;
    places.set(name, { ...place.value, name });
  }
  return ok(places);
}

function notPlanned(name: string): Failure {
  return { code: 'M23', text: `没有为“${name}”留出位置。`, remedy: '请重试。' };
}

function line({ fileName, rows }: IssuedTemplate): string {
  return `${fileName}${rows.length === 0 ? '' : `：${rows.map(({ list, count }) => `${list}${count}行`).join('、')}`}`;
}

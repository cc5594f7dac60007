import { storeUpdate } from '../../actions/layOut';
import { asMaster } from '../../actions/masterForm';
import { bindPack, type UsablePack } from '../../actions/ourWorkbook';
import { withSheetsFor } from '../../actions/sheetsPerRow';
import { blankEntries, entriesFromData } from '../../evaluation/entries';
import type { Entries } from '../../evaluation/evaluate';
import { readEvaluationData, rowsInData } from '../../evaluation/readData';
import { fail, ok, type Result } from '../../values/result';
import { planWorkbook } from '../../workbook/planWorkbook';
import { decodeText } from '../decodeText';
import { outputPlace, readInput, writeOutput } from '../disk';
import { chosenPack } from '../packFile';
import { shippedPack } from '../shippedPacks';
import { printable, type Terminal } from '../terminal';
import { DONE, type Failure, type Verb } from '../verb';

/** Bytes of a data file; a full one is below a tenth. */
const LARGEST_DATA = 16 * 1024 * 1024;

/** 生成套表 as a file, blank or filled from a data file. */
export const build: Verb = {
  name: 'build',
  about: '按模板包生成套表工作簿，可同时填入数据文件',
  argument: null,
  options: {
    pack: { value: '模板', required: true, about: '自带模板包的 id（见 packs），或模板包 .json、带模板包的 .xlsx' },
    master: { value: null, about: '生成财政局的模板工作簿（模板设置、单位名册），不是填报用的套表' },
    data: { value: '文件.json', about: '数据文件，格式见 assets/schema/evaluation.schema.json；不写则生成空白套表' },
    out: { value: '文件.xlsx', required: true, about: '写到哪里' },
    force: { value: null, about: '文件已存在时替换' },
  },
  more: [
    '数据文件有错时一次列出全部错误（位置、现状、要求、怎么办），不写任何文件。',
    '模板包有错时同样一次列出全部错误。改模板：build --master 生成模板工作簿，改完用 pack check 检查，用 issue 下发。',
    '例：npm run -s jixiao -- build --pack quxian-2023 --data assets/samples/quxian-2023.json --out 示例.xlsx',
  ],
  run: async ({ values, switches }, terminal) => {
    const data = values.get('data');
    const place = await outputPlace(terminal.folder, values.get('out') ?? '', '.xlsx', data === undefined ? [] : [data], switches.has('force'));
    if (!place.ok) return place;
    const chosen = await chosenPack(values.get('pack') ?? '', terminal, shippedPack);
    if (!chosen.ok) return chosen;
    const used = await bindPack(switches.has('master') ? asMaster(chosen.value) : chosen.value);
    if (!used.ok) return used;
    if (switches.has('master') && data !== undefined) return fail(dataForMaster);
    const text = data === undefined ? ok(null) : await textOf(data, terminal);
    if (!text.ok) return text;
    const pack = withSheetsFor(used.value, text.value === null ? 0 : rowsInData(text.value, used.value.pack.perRow?.list ?? ''));
    if (!pack.ok) return pack;
    const entries = text.value === null ? ok(blankEntries(pack.value.form)) : entriesOf(data ?? '', text.value, pack.value);
    if (!entries.ok) return entries;
    terminal.stage('正在生成工作簿');
    const { writeXlsx } = await import('../../files/writeXlsx');
    const plan = planWorkbook(pack.value.form, entries.value);
    const bytes = await writeXlsx(plan, await storeUpdate(pack.value), { created: new Date() });
    terminal.stage('正在写文件');
    const written = await writeOutput(place.value, bytes);
    if (!written.ok) return written;
    terminal.out(`已生成 ${place.value.name}：${plan.sheets.filter(({ visibility }) => visibility === 'visible').length} 张表，${(bytes.length / 1024).toFixed(0)} KB。`);
    return ok(DONE);
  },
};

const dataForMaster: Failure = { code: 'M07', text: '模板工作簿里没有填报用的表，不能填入数据文件。', remedy: '请去掉 --data，或去掉 --master。' };

async function textOf(path: string, terminal: Terminal): Promise<Result<string, Failure>> {
  const bytes = await readInput(terminal.folder, path, LARGEST_DATA);
  return bytes.ok ? decodeText(bytes.value, printable(path)) : bytes;
}

function entriesOf(path: string, text: string, { form }: UsablePack): Result<Entries, Failure> {
  const data = readEvaluationData(text, form);
  if (data.ok) return ok(entriesFromData(form, data.value));
  return fail({
    code: 'M32', text: `数据文件“${printable(path)}”有${data.error.length}处错误，没有生成工作簿。`, remedy: '请按下列各条改正后再试。', faults: data.error,
  });
}

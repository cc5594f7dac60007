import { storeUpdate } from '../../actions/layOut';
import { usePack, type UsablePack } from '../../actions/ourWorkbook';
import { blankEntries, entriesFromData } from '../../evaluation/entries';
import type { Entries } from '../../evaluation/evaluate';
import { readEvaluationData } from '../../evaluation/readData';
import { fail, ok, type Result } from '../../values/result';
import { planWorkbook } from '../../workbook/planWorkbook';
import { decodeText } from '../decodeText';
import { outputPlace, readInput, writeOutput } from '../disk';
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
    pack: { value: '模板id', required: true, about: '模板包，见 packs' },
    data: { value: '文件.json', about: '数据文件，格式见 assets/schema/evaluation.schema.json；不写则生成空白套表' },
    out: { value: '文件.xlsx', required: true, about: '写到哪里' },
    force: { value: null, about: '文件已存在时替换' },
  },
  more: [
    '数据文件有错时一次列出全部错误（位置、填写、要求、怎么办），不写任何文件。',
    '例：npm run -s jixiao -- build --pack quxian-2023 --data assets/samples/quxian-2023.json --out 示例.xlsx',
  ],
  run: async ({ values, switches }, terminal) => {
    const data = values.get('data');
    const place = await outputPlace(terminal.folder, values.get('out') ?? '', '.xlsx', data === undefined ? [] : [data], switches.has('force'));
    if (!place.ok) return place;
    const shipped = shippedPack(values.get('pack') ?? '');
    if (!shipped.ok) return shipped;
    const pack = usePack(shipped.value.text);
    if (!pack.ok) return pack;
    const entries = data === undefined ? ok(blankEntries(pack.value.form)) : await entriesOf(data, pack.value, terminal);
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

async function entriesOf(path: string, { form }: UsablePack, terminal: Terminal): Promise<Result<Entries, Failure>> {
  const bytes = await readInput(terminal.folder, path, LARGEST_DATA);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, printable(path));
  if (!text.ok) return text;
  const data = readEvaluationData(text.value, form);
  if (data.ok) return ok(entriesFromData(form, data.value));
  return fail({
    code: 'M32', text: `数据文件“${printable(path)}”有${data.error.length}处错误，没有生成工作簿。`, remedy: '请按下列各条改正后再试。', faults: data.error,
  });
}

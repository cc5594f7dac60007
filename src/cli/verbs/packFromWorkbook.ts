import { fail, ok } from '../../values/result';
import { outputPlace, writeOutput } from '../disk';
import { faultyPack, packIn } from '../packFile';
import { DONE, type Verb } from '../verb';

/** The pack of a workbook as a file: what 模板设置 makes of it, or the one a handed-out workbook carries. */
export const packFromWorkbook: Verb = {
  name: 'pack from-workbook',
  about: '把模板工作簿“模板设置”的内容（或套表里的模板包）存成模板文件',
  argument: { name: '文件.xlsx', about: '模板工作簿或套表', required: true },
  options: {
    out: { value: '文件.json', required: true, about: '写到哪里' },
    force: { value: null, about: '文件已存在时替换' },
  },
  more: ['有错误时一次列出全部错误和单元格，不写任何文件。', '例：npm run -s jixiao -- pack from-workbook 模板.xlsx --out 某县-2024.json'],
  run: async ({ argument, values, switches }, terminal) => {
    const path = argument ?? '';
    const place = await outputPlace(terminal.folder, values.get('out') ?? '', '.json', [path], switches.has('force'));
    if (!place.ok) return place;
    const verdict = await packIn(path, terminal);
    if (!verdict.ok) return verdict;
    if ('faults' in verdict.value) return fail(faultyPack(path, verdict.value.faults));
    const { master: _mark, ...pack } = verdict.value.checked.pack;
    const written = await writeOutput(place.value, `${JSON.stringify(pack, null, 2)}\n`);
    if (!written.ok) return written;
    terminal.out(`已写入 ${place.value.name}：${pack.title}（${pack.id}，版本 ${pack.version}）。`);
    return ok(DONE);
  },
};

import { usePack } from '../../actions/ourWorkbook';
import type { Form } from '../../evaluation/form';
import type { CellForm } from '../../pack/pack';
import { ok, type Result } from '../../values/result';
import { shippedPack, shippedPackIds } from '../shippedPacks';
import { jsonText, printable, type Terminal } from '../terminal';
import { DONE, type Failure, type Given, type Verb } from '../verb';

/** The packs that ship with the program, or the ids of one of them. */
export const packs: Verb = {
  name: 'packs',
  about: '列出自带的模板包；写出模板 id 则列出它的全部字段、清单和列的 id',
  argument: { name: '模板id', about: '例如 quxian-2023', required: false },
  options: { json: { value: null, about: '以 JSON 输出' } },
  more: ['列出的 id 用于数据文件（build --data）和 read 的输出；“算”的格由公式得出，不填写。末尾是自定义规则的公式里用的名称。'],
  run: ({ argument, switches }: Given, terminal: Terminal): Promise<Result<number, Failure>> =>
    Promise.resolve(argument === null ? listPacks(switches.has('json'), terminal) : listIds(argument, switches.has('json'), terminal)),
};

function listPacks(json: boolean, terminal: Terminal): Result<number, Failure> {
  const found: { id: string; version: string; title: string; jurisdiction: string; year: number }[] = [];
  for (const id of shippedPackIds()) {
    const form = formOf(id);
    if (!form.ok) return form;
    const { version, title, jurisdiction, year } = form.value.pack;
    found.push({ id, version, title, jurisdiction, year });
  }
  terminal.out(json ? jsonText({ packs: found }) : found.map(({ id, version, title, jurisdiction, year }) => printable(`${id}  ${title}（${jurisdiction}，${year}年度，版本 ${version}）`)).join('\n'));
  return ok(DONE);
}

function listIds(id: string, json: boolean, terminal: Terminal): Result<number, Failure> {
  const form = formOf(id);
  if (!form.ok) return form;
  const contents = idsOf(form.value);
  terminal.out(json ? jsonText(contents) : printable(idLines(form.value).join('\n')));
  return ok(DONE);
}

function formOf(id: string): Result<Form, Failure> {
  const pack = shippedPack(id);
  if (!pack.ok) return pack;
  const used = usePack(pack.value.text);
  return used.ok ? ok(used.value.form) : used;
}

function idsOf(form: Form): unknown {
  const cell = ({ content, entry, required, choices }: CellForm): object => ({
    content, entry, required: required ?? false, ...(choices && 'list' in choices ? { choices: choices.list } : {}),
  });
  const sheet = (id: string): string => form.sheets.get(id)?.name ?? '';
  return {
    pack: form.pack.id, packVersion: form.pack.version,
    fields: Object.fromEntries([...form.fields.values()].map((field) => [field.id, { label: field.label, name: field.name, sheet: sheet(field.sheet), ...cell(field.form) }])),
    lists: Object.fromEntries([...form.lists.values()].map((list) => [list.id, {
      label: list.name, sheet: sheet(list.sheet), room: list.block.room, identifiedBy: list.block.identifiedBy, output: list.block.output ?? false,
      columns: Object.fromEntries([...list.columns.values()].map((column) => [column.id, { label: column.label, name: column.name, ...cell(column.form) }])),
    }])),
  };
}

const ENTRIES: Readonly<Record<CellForm['entry'], string>> = { typed: '填', given: '带', computed: '算', none: '' };
const CONTENTS: Readonly<Record<CellForm['content'], string>> = {
  amount: '金额', rate: '比率（小数）', score: '得分', count: '个数', number: '数字', text: '文字', longText: '文字', date: '日期', choice: '选项',
};

function idLines(form: Form): readonly string[] {
  const kind = (cell: CellForm): string => `${ENTRIES[cell.entry]} ${CONTENTS[cell.content]}${cell.required ? ' 必填' : ''}`;
  return [...form.sheets.values()].flatMap((sheet) => {
    const fields = [...form.fields.values()].filter((field) => field.sheet === sheet.id).map((field) => `  ${field.id}  ${field.label}  ${kind(field.form)}  ${field.name}`);
    const lists = [...form.lists.values()].filter((list) => list.sheet === sheet.id && !list.block.output).flatMap((list) => [
      `  清单 ${list.id}  ${list.name}  ${list.block.room}行，标识列 ${list.block.identifiedBy}`,
      ...[...list.columns.values()].map((column) => `    ${column.id}  ${column.label}  ${kind(column.form)}  ${column.name}`),
    ]);
    return fields.length + lists.length > 0 ? [`【${sheet.name}】`, ...fields, ...lists] : [];
  });
}

import { bindChecks, unsourcedChecks } from '../check/runChecks';
import { compileForm, UNIQUE_NAME, type Form } from '../evaluation/form';
import { NO_SELF_CHECK } from '../evaluation/selfCheck';
import { packMeaning } from '../evaluation/packMeaning';
import type { PackFault } from '../pack/fault';
import type { Pack } from '../pack/pack';
import { writeOutCopies } from '../pack/perRow';
import { readPack, type UnreadablePack } from '../pack/readPack';
import { checkTemplates } from '../report/renderReport';
import { fail, ok, type Result } from '../values/result';
import { overlaps } from '../workbook/overlaps';

/** A pack in which nothing is wrong. */
export interface CheckedPack {
  /** As it is written. */
  readonly pack: Pack;
  readonly form: Form;
}

/**
 * Everything that can be wrong with a pack, at once: JSON and shape; then ids, names, rules, own rules and what the parts say of
 * each other; then, once the forms hold together, checks and report templates. Nothing of a faulty pack is used.
 */
export function checkPack(text: string): Result<CheckedPack, UnreadablePack> {
  const pack = readPack(text);
  if (!pack.ok) return pack;
  const form = compileForm(pack.value);
  const meaning = [...packMeaning(pack.value), ...unsourcedChecks(pack.value)];
  const faults = [...(form.ok ? [] : withoutConsequences(form.error, meaning)), ...meaning, ...(form.ok ? [...overlapFaults(pack.value, form.value), ...boundFaults(form.value)] : [])];
  if (faults.length > 0 || !form.ok) return fail({ kind: 'faulty', faults: distinct(faults) });
  return ok({ pack: pack.value, form: form.value });
}

/** Two tabs of one name give cells of one name in 填报进度 and 签章栏, which also counts what a lost 自检表 would say. */
function withoutConsequences(faults: readonly PackFault[], meaning: readonly PackFault[]): readonly PackFault[] {
  const doubleTabs = meaning.some(({ path }) => /^sheets\[\d+\]\.name$/.test(path));
  const noSelfCheck = meaning.some(({ path }) => path.endsWith('.identities'));
  return faults.filter(({ found, expected }) => !(doubleTabs && expected === UNIQUE_NAME) && !(noSelfCheck && found.startsWith(`${NO_SELF_CHECK}.`)));
}

/** Blocks on the right that stand on helper columns, each where it is written. */
function overlapFaults(pack: Pack, form: Form): readonly PackFault[] {
  const { origins } = writeOutCopies(pack);
  return overlaps(form).map(({ sheet, block, over, rows }): PackFault => {
    const place = form.pack.sheets.findIndex(({ id }) => id === sheet);
    const b = form.pack.sheets[place]?.blocks.findIndex(({ id }) => id === block) ?? -1;
    return {
      path: `sheets[${origins[place] ?? place}].blocks[${b}].place`, found: `right，与“${over}”的辅助列重叠${rows}行`,
      expected: '不与辅助列重叠：移到没有辅助列的块旁边，或去掉 place 放在下面', example: '"below"',
    };
  });
}

function boundFaults(form: Form): readonly PackFault[] {
  const checks = bindChecks(form);
  return [
    ...(checks.ok ? [] : checks.error),
    ...checkTemplates(form).map(({ file, line, text }): PackFault => ({ path: `report.templates.${file}`, found: `第${line}行：${text}`, expected: '能生成报告的模板，写法见模板包说明' })),
  ];
}

function distinct(faults: readonly PackFault[]): readonly PackFault[] {
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.found} ${fault.expected}`, fault])).values()];
}

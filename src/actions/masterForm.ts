import { compileForm, type Form } from '../evaluation/form';
import { rosterSheets } from '../evaluation/roster';
import type { PackFault } from '../pack/fault';
import type { Pack, Vocabulary } from '../pack/pack';
import { withChoices } from '../pack/vocabulary';
import type { Result } from '../values/result';
import { GROUPS, NATURES, SUBGROUPS } from './templateSettings/indicatorTables';
import { namesSheet } from './templateSettings/namesSheet';
import { settingsSheets } from './templateSettings/settingsSheets';

/**
 * The bureau's own workbook (母版): 模板设置, 单位名册 and 可用名称 in place of the forms. It follows from the pack it was begun with, which
 * stays in the store as it is; what the bureau types stands on the sheets alone, so that nothing moves while it works.
 */
export function masterForm({ pack, forms }: { readonly pack: Pack; readonly forms: Form }): Result<Form, readonly PackFault[]> {
  const { signing: _signing, unitChoice: _unitChoice, perRow: _perRow, rules: _rules, ...rest } = pack;
  const sheets = withChoices([...settingsSheets(pack), ...rosterSheets(forms), namesSheet(forms)], (choices) => ('of' in choices && choices.of ? { from: TABLES[choices.of] } : choices));
  return compileForm({ ...rest, sheets, checks: [], report: { ...pack.report, sheet: '', parts: [], templates: {} } });
}

/** Where the bureau writes the words a drop-down offers. */
const TABLES: Readonly<Record<Vocabulary, string>> = { level1: `${GROUPS}.name`, level2: `${SUBGROUPS}.name`, natures: `${NATURES}.name` };

/** The text of a pack as a bureau's own workbook carries it. */
export function asMaster(text: string): string {
  return JSON.stringify({ ...(JSON.parse(text) as object), master: true });
}

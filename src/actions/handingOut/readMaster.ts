import type { Pack } from '../../pack/pack';
import type { Message } from '../../values/message';
import { fail, ok, type Result } from '../../values/result';
import type { OurWorkbook } from '../openWorkbook';
import type { SettingFault } from '../templateSettings/settingFault';
import { settingsFrom } from '../templateSettings/settingsFrom';
import { readRoster, type RosterUnit } from './readRoster';

/** What the bureau's own workbook says: what is handed out, and to whom. */
export interface Master {
  /** The pack it was begun with. */
  readonly begun: Pack;
  /** What 模板设置 makes of it, or all that is wrong with it. */
  readonly settings: Result<Pack, readonly SettingFault[]>;
  /** What 单位名册 says, or all that is wrong with it; looked at also while 模板设置 is faulty. */
  readonly roster: Result<readonly RosterUnit[], readonly SettingFault[]>;
}

/** Reads the bureau's own workbook. Errors: it is one that is filled in, not the bureau's (Y02). */
export function readMaster({ pack, reading }: OurWorkbook): Result<Master, Message> {
  if (pack.pack.master !== true) return fail(notMaster(pack.pack.title));
  const settings = settingsFrom(pack, reading);
  const { master: _mark, ...begun } = pack.pack;
  return ok({ begun, settings, roster: readRoster(pack.forms, settings.ok ? settings.value : null, reading) });
}

function notMaster(title: string): Message {
  return { code: 'Y02', text: `这个工作簿是按“${title}”填报用的套表，不是财政局的模板工作簿。`, remedy: '请打开有“模板设置”和“单位名册”的工作簿；没有的请先新建。' };
}

import type { Issued } from '../../actions/handingOut/issueTemplates';
import type { PackChange } from '../../actions/handingOut/packChanges';
import type { AddInSource, MadeFile, Run } from '../../actions/ports';
import type { SettingFault } from '../../actions/templateSettings/settingFault';
import type { Message } from '../../values/message';
import type { Result } from '../../values/result';
import type { LayOutOutcome } from '../assistant';

/** What a bureau does with its own workbook. Everything reads the workbook anew, so that nothing old is handed out. */
export interface TemplateWork {
  /** Lays out 模板设置 and 单位名册 of a pack in an empty workbook. */
  begin(packId: string, run: Run): Promise<Result<LayOutOutcome, Message>>;
  /** What the workbook says now; reads only. */
  read(run: Run): Promise<Result<TemplateReading, Message>>;
  /** The template for every unit alike; no file while 模板设置 is faulty. */
  makeTemplate(options: HandOutOptions, run: Run): Promise<Result<Made, Message>>;
  /** The pack as a file; none while 模板设置 is faulty. */
  exportPack(run: Run): Promise<Result<Made, Message>>;
  /** 预填分发; no file while anything is faulty, or when cancelled. */
  issue(options: HandOutOptions, run: Run): Promise<Result<Made, Message>>;
}

export interface HandOutOptions {
  /** Where Office finds the add-in whose pane opens with the file; null: it does not open by itself. */
  readonly opensPane: AddInSource | null;
  /** Blank: protection without a password. */
  readonly password: string;
}

/** 模板设置 and 单位名册 as they stand. */
export interface TemplateReading {
  readonly settingFaults: readonly SettingFault[];
  readonly rosterFaults: readonly SettingFault[];
  /** Nothing is typed on 单位名册: no fault of a bureau that hands out one template to all. */
  readonly rosterBlank: boolean;
  /** Against the pack the workbook was begun with; empty while 模板设置 is faulty. */
  readonly changes: readonly PackChange[];
  readonly units: number;
  readonly at: Date;
}

export interface Made {
  readonly reading: TemplateReading;
  readonly file: MadeFile | null;
  /** Of 预填分发. */
  readonly issued: Issued | null;
}

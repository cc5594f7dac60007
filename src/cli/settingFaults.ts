import type { SettingFault } from '../actions/templateSettings/settingFault';
import type { DataFault } from '../evaluation/readData';

/** Faults of a bureau's own workbook as a command tells them: the cell first. */
export function settingFaults(faults: readonly SettingFault[]): readonly DataFault[] {
  return faults.map(({ place, what, found, expected, example }): DataFault => ({
    path: `${place === null ? '' : `【${place.sheet}】${place.address} `}${what}`, found, expected, remedy: example === undefined ? '' : `例：${example}`,
  }));
}

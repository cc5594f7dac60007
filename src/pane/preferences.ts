import { recall, remember } from './officeHelpers';
import type { ThemeChoice } from './theme/paneTheme';

/** What the pane remembers on this computer; never figures, never anything of the workbook's contents. */
export interface Preferences {
  readonly packId: string;
  readonly unitName: string;
  readonly unitCode: string;
  readonly theme: ThemeChoice;
}

const names: readonly (keyof Preferences)[] = ['packId', 'unitName', 'unitCode', 'theme'];

export function readPreferences(): Preferences {
  const [packId, unitName, unitCode, theme] = names.map((name) => recall(name) ?? '');
  return {
    packId: packId ?? '',
    unitName: unitName ?? '',
    unitCode: unitCode ?? '',
    theme: theme === 'light' || theme === 'dark' ? theme : 'office',
  };
}

export function keepPreferences(part: Partial<Preferences>): void {
  for (const [name, text] of Object.entries(part)) remember(name, text);
}

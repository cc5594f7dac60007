import { type OfficeTheme } from '../host';

/** A theme a person chooses in Excel. */
export interface ThemeChoice {
  name: string;
  label: string;
  theme: OfficeTheme;
}

const choice = (name: string, label: string, body: [string, string], control: [string, string]): ThemeChoice => ({
  name,
  label,
  theme: {
    bodyBackgroundColor: body[0],
    bodyForegroundColor: body[1],
    controlBackgroundColor: control[0],
    controlForegroundColor: control[1],
  },
});

export const themeChoices: readonly [ThemeChoice, ...ThemeChoice[]] = [
  choice('colorful', '彩色', ['#FFFFFF', '#262626'], ['#F5F5F5', '#262626']),
  choice('white', '白色', ['#FFFFFF', '#262626'], ['#FFFFFF', '#262626']),
  choice('darkGray', '深灰色', ['#666666', '#FFFFFF'], ['#525252', '#FFFFFF']),
  choice('black', '黑色', ['#262626', '#F0F0F0'], ['#363636', '#F0F0F0']),
  choice('contrast', '高对比度黑色', ['#000000', '#FFFFFF'], ['#000000', '#FFFFFF']),
];

/** Gives the window around the grid the colours of the theme. */
export function paintChrome(theme: OfficeTheme): void {
  const style = document.documentElement.style;
  style.setProperty('--chrome', theme.controlBackgroundColor);
  style.setProperty('--chrome-text', theme.controlForegroundColor);
  style.setProperty('--body', theme.bodyBackgroundColor);
}

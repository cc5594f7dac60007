/** Colours that Office hands to a pane, as `Office.context.officeTheme` has them, and whether the chrome around it is dark. */
export interface OfficeTheme {
  label: string;
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
  controlBackgroundColor: string;
  controlForegroundColor: string;
}

const theme = (label: string, body: string, bodyText: string, control: string, controlText: string): OfficeTheme => ({
  label,
  bodyBackgroundColor: body,
  bodyForegroundColor: bodyText,
  controlBackgroundColor: control,
  controlForegroundColor: controlText,
});

/** The themes a person chooses from in Excel, by name. */
export const officeThemes: Readonly<Record<string, OfficeTheme>> = {
  colorful: theme('彩色', '#FFFFFF', '#262626', '#F5F5F5', '#262626'),
  white: theme('白色', '#FFFFFF', '#262626', '#FFFFFF', '#262626'),
  darkGray: theme('深灰色', '#666666', '#FFFFFF', '#525252', '#FFFFFF'),
  black: theme('黑色', '#262626', '#F0F0F0', '#363636', '#F0F0F0'),
  contrastBlack: theme('高对比度黑色', '#000000', '#FFFFFF', '#000000', '#FFFFFF'),
};
